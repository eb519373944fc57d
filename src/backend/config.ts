import { isIP } from 'node:net';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

import { z } from 'zod';

import type { TlsFiles } from './border/tls-files';
import type { LogLevel } from './log';
import type { Retention } from './retention/apply-retention';
import { StartError } from './start-error';

export type Profile = 'demo' | 'empty';

export interface Config {
  host: string;
  port: number;
  /** Directory of the city pack. */
  cityDir: string;
  dataDir: string;
  /** Signing key and data keys; the same file on every node of one database. */
  keysFile: string;
  /** Of a PostgreSQL database, with its password; null: the embedded one in the data directory. */
  databaseUrl: string | null;
  /** Null: what the data directory was made with, else `demo`. */
  profile: Profile | null;
  /** Speed of the simulated city, 1 = as in life. */
  rate: number;
  seed: number;
  /** Whether a page of this machine's own browser may get the window's token by itself. */
  localSession: boolean;
  /** Null: whatever suits the command. */
  logLevel: LogLevel | null;
  /** Who sends it reads `/metrics` from anywhere; null: only this machine reads them. */
  metricsToken: string | null;
  /** Null: plain HTTP. */
  tls: TlsFiles | null;
  /** Addresses and ranges whose `X-Forwarded-For` is believed. */
  trustedProxies: readonly string[];
  /** Origins besides our own whose pages may use the API and the stream. */
  allowedOrigins: readonly string[];
  maxSockets: number;
  maxSocketsPerAddress: number;
  retention: Retention;
  /** Days that a caller's data are kept after the incident ended. */
  personalDataDays: number;
}

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/)
    .transform(Number)
    .refine((value) => value >= min && value <= max);

/** Items separated by commas. */
const listOf = (isItem: (item: string) => boolean) =>
  z
    .string()
    .transform((text) => text.split(',').map((item) => item.trim()))
    .refine((items) => items.every(isItem));

function isAddressOrRange(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return (
    prefix === undefined ||
    (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128))
  );
}

const isWebOrigin = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;

/** Its value may hold a password, so no message repeats it. */
const databaseUrl = {
  schema: z
    .string()
    .refine((value) => /^postgres(ql)?:\/\/[^/]/.test(value) && URL.canParse(value)),
  allowed:
    'the address of a PostgreSQL database, e.g. postgres://USER:PASSWORD@HOST:5432/NAME (special characters of the password as %XX)',
  isSecret: true,
};

/** Variable → its schema, what it is when absent, and what a person is told when it is wrong. */
const VARIABLES = {
  CC_PORT: {
    schema: wholeNumber(0, 65_535),
    allowed: 'a port from 1 to 65535, or 0 for any free one',
  },
  CC_HOST: {
    schema: z.string().regex(/^[\w.:-]+$/),
    allowed: 'a host name or an IP address, e.g. 127.0.0.1',
  },
  CC_CITY: { schema: z.string().min(1), allowed: 'the directory of a city pack' },
  CC_DATA_DIR: { schema: z.string().min(1), allowed: 'a directory that this user can write' },
  CC_KEYS_FILE: { schema: z.string().min(1), allowed: 'the file that holds the keys' },
  CC_DATABASE_URL: databaseUrl,
  DATABASE_URL: databaseUrl,
  CC_PROFILE: { schema: z.enum(['demo', 'empty']), allowed: 'demo or empty' },
  CC_RATE: {
    schema: z
      .string()
      .regex(/^\d+(\.\d+)?$/)
      .transform(Number)
      .refine((value) => value > 0 && value <= 100),
    allowed: 'a number above 0 and up to 100',
  },
  CC_SEED: {
    schema: wholeNumber(0, 4_294_967_295),
    allowed: 'a whole number from 0 to 4294967295',
  },
  CC_LOCAL_SESSION: { schema: z.enum(['on', 'off']), allowed: 'on or off' },
  CC_TLS_CERT: { schema: z.string().min(1), allowed: 'a PEM file with the certificate' },
  CC_TLS_KEY: { schema: z.string().min(1), allowed: "a PEM file with the certificate's key" },
  CC_TRUSTED_PROXIES: {
    schema: listOf(isAddressOrRange),
    allowed: 'addresses or ranges separated by commas, e.g. 10.0.0.2,192.168.7.0/24',
  },
  CC_ALLOWED_ORIGINS: {
    schema: listOf(isWebOrigin),
    allowed: 'origins separated by commas, without a path, e.g. https://room.example',
  },
  CC_MAX_SOCKETS: { schema: wholeNumber(1, 100_000), allowed: 'a whole number from 1 to 100000' },
  CC_MAX_SOCKETS_PER_ADDRESS: {
    schema: wholeNumber(1, 100_000),
    allowed: 'a whole number from 1 to 100000',
  },
  CC_LOG_DAYS: { schema: wholeNumber(1, 3_650), allowed: 'a number of days from 1 to 3650' },
  CC_LOG_MAX_CHANGES: {
    schema: wholeNumber(100_000, 1_000_000_000),
    allowed: 'a whole number from 100000 to 1000000000',
  },
  CC_POSITION_DAYS: { schema: wholeNumber(1, 3_650), allowed: 'a number of days from 1 to 3650' },
  CC_PERSONAL_DATA_DAYS: {
    schema: wholeNumber(1, 3_650),
    allowed: 'a number of days from 1 to 3650',
  },
  CC_LOG: {
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent']),
    allowed: 'debug, info, warn, error or silent',
  },
  CC_METRICS_TOKEN: {
    schema: z.string().regex(/^[\w.~+/-]{16,256}=*$/),
    allowed: '16 to 256 letters, digits or . _ ~ + / -',
    isSecret: true,
  },
} as const satisfies Record<string, { schema: z.ZodType; allowed: string; isSecret?: boolean }>;
type Variable = keyof typeof VARIABLES;

export interface Machine {
  /** Base of relative paths that the product itself brings along. */
  appRoot: string;
  platform: NodeJS.Platform;
  homeDir: string;
}

/**
 * The configuration from environment variables.
 * @throws StartError naming the variable, its value and the allowed ones
 */
export function readConfig(env: NodeJS.ProcessEnv, machine: Machine): Config {
  const cityDir = read(env, 'CC_CITY');
  const dataDir = resolve(read(env, 'CC_DATA_DIR') ?? defaultDataDir(env, machine));
  return {
    host: read(env, 'CC_HOST') ?? '127.0.0.1',
    port: read(env, 'CC_PORT') ?? 1120,
    cityDir:
      cityDir === undefined
        ? join(machine.appRoot, 'resources', 'cities', 'cilegon')
        : resolve(cityDir),
    dataDir,
    keysFile: resolve(read(env, 'CC_KEYS_FILE') ?? join(dataDir, 'keys.json')),
    databaseUrl: read(env, 'CC_DATABASE_URL') ?? read(env, 'DATABASE_URL') ?? null,
    profile: read(env, 'CC_PROFILE') ?? null,
    rate: read(env, 'CC_RATE') ?? 1,
    seed: read(env, 'CC_SEED') ?? 112,
    localSession: (read(env, 'CC_LOCAL_SESSION') ?? 'on') === 'on',
    logLevel: read(env, 'CC_LOG') ?? null,
    metricsToken: read(env, 'CC_METRICS_TOKEN') ?? null,
    tls: readTls(env),
    trustedProxies: read(env, 'CC_TRUSTED_PROXIES') ?? [],
    allowedOrigins: read(env, 'CC_ALLOWED_ORIGINS') ?? [],
    maxSockets: read(env, 'CC_MAX_SOCKETS') ?? 2_000,
    maxSocketsPerAddress: read(env, 'CC_MAX_SOCKETS_PER_ADDRESS') ?? 500,
    retention: {
      logDays: read(env, 'CC_LOG_DAYS') ?? 90,
      // About 5 GB.
      logMaxChanges: read(env, 'CC_LOG_MAX_CHANGES') ?? 5_000_000,
      positionDays: read(env, 'CC_POSITION_DAYS') ?? 30,
    },
    personalDataDays: read(env, 'CC_PERSONAL_DATA_DAYS') ?? 90,
  };
}

function readTls(env: NodeJS.ProcessEnv): TlsFiles | null {
  const certFile = read(env, 'CC_TLS_CERT');
  const keyFile = read(env, 'CC_TLS_KEY');
  if (certFile === undefined && keyFile === undefined) return null;
  // One alone would mean plain HTTP for somebody who believes it is TLS.
  if (certFile === undefined || keyFile === undefined)
    throw new StartError('CC_TLS_CERT and CC_TLS_KEY belong together: give both, or neither.');
  return { certFile: resolve(certFile), keyFile: resolve(keyFile) };
}

export function thisMachine(appRoot: string): Machine {
  return { appRoot, platform: process.platform, homeDir: homedir() };
}

/** Where this platform keeps the data of applications; an empty variable counts as absent. */
export function defaultDataDir(env: NodeJS.ProcessEnv, { platform, homeDir }: Machine): string {
  const name = 'cilegon-command-center';
  if (platform === 'darwin') return join(homeDir, 'Library', 'Application Support', name);
  if (platform === 'win32')
    return join(env['LOCALAPPDATA'] ?? join(homeDir, 'AppData', 'Local'), name);
  const xdg = env['XDG_DATA_HOME'];
  // The XDG specification has relative paths ignored.
  return join(xdg !== undefined && isAbsolute(xdg) ? xdg : join(homeDir, '.local', 'share'), name);
}

function read<V extends Variable>(
  env: NodeJS.ProcessEnv,
  name: V,
): z.infer<(typeof VARIABLES)[V]['schema']> | undefined {
  const value = env[name];
  if (value === undefined || value === '') return undefined;
  const parsed = VARIABLES[name].schema.safeParse(value);
  if (!parsed.success) throw new StartError(wrongValue(name, value));
  // The schema read is the one the return type names; indexing by a generic key loses that.
  return parsed.data as z.infer<(typeof VARIABLES)[V]['schema']>;
}

function wrongValue(name: Variable, value: string): string {
  const variable: { allowed: string; isSecret?: boolean } = VARIABLES[name];
  // What is told ends in a log.
  const shown = variable.isSecret === true ? name : `${name}=${value}`;
  return `${shown} is not valid: give ${variable.allowed}.`;
}
