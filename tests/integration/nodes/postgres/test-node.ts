import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { readAccessTokens } from '../../../../src/backend/access/access-tokens';
import { systemClock } from '../../../../src/backend/clock';
import { readConfig } from '../../../../src/backend/config';
import { silentLog } from '../../../../src/backend/log';
import { type RunningBackend, startBackend } from '../../../../src/backend/start-backend';
import { connectStreamClient, type StreamClient } from '../../stream/stream-client';

const appRoot = resolve('.');

/** A backend of its own on a database that others serve too. */
export interface TestNode {
  backend: RunningBackend;
  dataDir: string;
  /** A tool's of its machine, which the node itself takes and no other. */
  token: string;
  /** A client of this node, perhaps one that was another's before. */
  connect(from?: StreamClient): StreamClient;
  get(path: string): Promise<unknown>;
  /** As a tool of its machine. @returns the reply's JSON; throws where it is refused */
  send(method: 'POST' | 'PUT', path: string, body: unknown, key?: string): Promise<WriteAnswer>;
  stop(): Promise<void>;
}

export interface WriteAnswer {
  seq: number;
  id: string;
  replayed: boolean;
}

/** What nodes that serve one database have in common. */
export interface Installation {
  databaseUrl: string;
  /** The same keys for all. */
  keysFile: string;
}

export async function startTestNode({ databaseUrl, keysFile }: Installation): Promise<TestNode> {
  const dataDir = await mkdtemp(join(tmpdir(), 'cc-node-'));
  const backend = await startBackend({
    config: readConfig(
      {
        CC_DATA_DIR: dataDir,
        CC_PORT: '0',
        CC_PROFILE: 'empty',
        CC_CITY: 'tests/fixtures/kota-contoh',
        CC_DATABASE_URL: databaseUrl,
        CC_KEYS_FILE: keysFile,
      },
      { appRoot, platform: process.platform, homeDir: dataDir },
    ),
    appRoot,
    version: '0.0.0',
    clock: systemClock,
    log: silentLog,
    report: () => undefined,
    say: () => undefined,
  });
  const { integration: token } = readAccessTokens(dataDir);
  const authorization = `Bearer ${token}`;
  const clients: StreamClient[] = [];

  async function answer(response: Response): Promise<unknown> {
    const body: unknown = await response.json();
    if (!response.ok) throw new Error(`${response.status}: ${JSON.stringify(body)}`);
    return body;
  }

  return {
    backend,
    dataDir,
    token,
    connect(from) {
      const client = connectStreamClient(backend.url, {
        auth: { token },
        ...(from && { resume: from.resumePoint() }),
      });
      clients.push(client);
      return client;
    },
    get: async (path) =>
      answer(await fetch(`${backend.url}/api/v1${path}`, { headers: { authorization } })),
    send: async (method, path, body, key) =>
      // What a write is answered with, by docs/protocol.md.
      (await answer(
        await fetch(`${backend.url}/api/v1${path}`, {
          method,
          headers: {
            authorization,
            'content-type': 'application/json',
            ...(key !== undefined && { 'idempotency-key': key }),
          },
          body: JSON.stringify(body),
        }),
      )) as WriteAnswer,
    async stop() {
      for (const client of clients) client.close();
      await backend.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
