import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { ApiKey, CreateApiKey, CreatedApiKey } from '@shared/protocol/api-keys';
import { apiKeysReplySchema, createdApiKeySchema } from '@shared/protocol/api-keys';
import { type User, userSchema } from '@shared/protocol/session';
import { type ChangeUser, type CreateUser, usersReplySchema } from '@shared/protocol/users';
import { z } from 'zod';

import { createPasswords } from '../access/passwords';
import { loadCityPack } from '../city-pack/load-city-pack';
import type { Clock } from '../clock';
import type { Config } from '../config';
import { AppError } from '../errors';
import { UsageError } from '../intake/usage-error';
import { silentLog } from '../log';
import { changeUser } from '../operations/access/change-user';
import { createUser } from '../operations/access/create-user';
import { listUsers } from '../operations/access/list-users';
import { createApiKey, listApiKeys, revokeApiKey } from '../operations/access/manage-api-keys';
import { StartError } from '../start-error';
import { describeRunning } from '../store/data-directory';
import { openStore } from '../store/open-store';
import { askAdmin } from './ask-admin';

/** The accounts and keys of a database, whether a dashboard runs on it or not. */
export interface AccountService {
  listUsers(): Promise<User[]>;
  createUser(command: CreateUser): Promise<User>;
  changeUser(id: string, command: ChangeUser): Promise<User>;
  listApiKeys(): Promise<ApiKey[]>;
  createApiKey(command: CreateApiKey): Promise<CreatedApiKey>;
  revokeApiKey(id: string): Promise<void>;
  close(): Promise<void>;
}

interface Options {
  config: Pick<Config, 'dataDir' | 'databaseUrl' | 'keysFile' | 'cityDir'>;
  appRoot: string;
  clock: Clock;
}

/** What acts is a tool on the server, in the audit trail too. */
const CONSOLE = { id: 'console', role: null } as const;

/**
 * The embedded database belongs to one process: where a dashboard has it, the dashboard is asked. A database of a
 * server of its own is worked on directly; running nodes see it within two seconds.
 * @throws UsageError where the dashboard is still starting
 */
export async function openAccountService(options: Options): Promise<AccountService> {
  const { dataDir, databaseUrl, keysFile } = options.config;
  const running =
    databaseUrl === null && existsSync(dataDir) ? await describeRunning(dataDir) : null;
  if (running === null) return openHere(options);
  if (running.url === null)
    throw new UsageError(
      `The dashboard on ${dataDir} (process ${running.pid}) is still starting. Try again in a moment.`,
    );
  return askRunning(running.url, keysFile, options.clock);
}

async function openHere({ config, appRoot, clock }: Options): Promise<AccountService> {
  const { dataDir, databaseUrl, cityDir } = config;
  const city = await loadCityPack(cityDir);
  const store = await openStore({
    dataDir: databaseUrl === null ? dataDir : null,
    databaseUrl,
    clock,
    log: silentLog,
    emptyImagePath: join(appRoot, 'resources', 'pglite', 'empty.tar.gz'),
  });
  // Nobody is connected to this process.
  const revocations = { announce: () => undefined };
  const deps = { store, clock, city, passwords: createPasswords(), revocations };
  return {
    listUsers: () => listUsers(deps),
    createUser: (command) => refusalsForPeople(createUser(deps, command, CONSOLE)),
    changeUser: (id, command) => refusalsForPeople(changeUser(deps, id, command, CONSOLE)),
    listApiKeys: () => listApiKeys(deps),
    createApiKey: (command) => refusalsForPeople(createApiKey(deps, command, CONSOLE)),
    revokeApiKey: (id) => refusalsForPeople(revokeApiKey(deps, id, CONSOLE)),
    close: () => store.close(),
  };
}

function askRunning(url: string, keysFile: string, clock: Clock): AccountService {
  const ask = askAdmin(url, keysFile, clock);
  return {
    listUsers: async () => (await ask('GET', '/users', usersReplySchema)).users,
    createUser: (command) => ask('POST', '/users', userSchema, command),
    changeUser: (id, command) =>
      ask('PATCH', `/users/${encodeURIComponent(id)}`, userSchema, command),
    listApiKeys: async () => (await ask('GET', '/api-keys', apiKeysReplySchema)).apiKeys,
    createApiKey: (command) => ask('POST', '/api-keys', createdApiKeySchema, command),
    revokeApiKey: async (id) => {
      await ask('DELETE', `/api-keys/${encodeURIComponent(id)}`, z.null());
    },
    close: () => Promise.resolve(),
  };
}

/** A refusal is for whoever typed the command, and needs no stack. */
async function refusalsForPeople<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AppError) throw new StartError(error.message, { cause: error });
    throw error;
  }
}
