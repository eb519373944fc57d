import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

import { z } from 'zod';

import type { LogLevel } from './log';
import { StartError } from './start-error';

export type Profile = 'demo' | 'empty';

export interface Config {
  host: string;
  port: number;
  /** Directory of the city pack. */
  cityDir: string;
  dataDir: string;
  /** Null: what the data directory was made with, else `demo`. */
  profile: Profile | null;
  /** Speed of the simulated city, 1 = as in life. */
  rate: number;
  seed: number;
  /** Whether a page of this machine's own browser may get the window's token by itself. */
  localSession: boolean;
  /** Null: whatever suits the command. */
  logLevel: LogLevel | null;
}

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/)
    .transform(Number)
    .refine((value) => value >= min && value <= max);

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
  CC_LOG: {
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent']),
    allowed: 'debug, info, warn, error or silent',
  },
} as const;
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
  return {
    host: read(env, 'CC_HOST') ?? '127.0.0.1',
    port: read(env, 'CC_PORT') ?? 1120,
    cityDir:
      cityDir === undefined
        ? join(machine.appRoot, 'resources', 'cities', 'cilegon')
        : resolve(cityDir),
    dataDir: resolve(read(env, 'CC_DATA_DIR') ?? defaultDataDir(env, machine)),
    profile: read(env, 'CC_PROFILE') ?? null,
    rate: read(env, 'CC_RATE') ?? 1,
    seed: read(env, 'CC_SEED') ?? 112,
    localSession: (read(env, 'CC_LOCAL_SESSION') ?? 'on') === 'on',
    logLevel: read(env, 'CC_LOG') ?? null,
  };
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
  if (!parsed.success)
    throw new StartError(`${name}=${value} is not valid: give ${VARIABLES[name].allowed}.`);
  // The schema read is the one the return type names; indexing by a generic key loses that.
  return parsed.data as z.infer<(typeof VARIABLES)[V]['schema']>;
}
