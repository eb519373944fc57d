import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Principal } from '@shared/domain/access';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { machineIdentity } from '../../../src/backend/access/identity';
import { readBackup } from '../../../src/backend/backup/read-backup';
import { createBackupSpool } from '../../../src/backend/backup/spool-backup';
import { fillTables } from '../../../src/backend/store/fill-tables';
import { readSnapshot } from '../../../src/backend/store/snapshot';
import { createFakeClock } from '../../support/fake-clock';
import { openTestStore } from '../../support/open-test-store';
import { tokenOf } from '../../support/principals';
import { buildTestApp } from '../../support/test-app';
import { openTestBackend, type TestBackend } from '../../support/test-backend';

let backend: TestBackend;
let app: FastifyInstance;
let dataDir: string;

beforeAll(async () => {
  backend = await openTestBackend();
  dataDir = await mkdtemp(join(tmpdir(), 'backup-route-'));
  // As a process leaves it that died while it wrote.
  await writeFile(join(dataDir, 'backup-00000000-0000-4000-8000-000000000000.tmp'), 'half');
  app = await buildTestApp(backend, {
    openBackup: await createBackupSpool({
      db: backend.store.db,
      clock: backend.clock,
      serverVersion: '1.2.3',
      dataDir,
    }),
  });
});
afterAll(async () => {
  await app.close();
  await backend.store.close();
  await rm(dataDir, { recursive: true });
});

const ask = (token: string) =>
  app.inject({ url: '/api/v1/backup', headers: { authorization: `Bearer ${token}` } });

describe('GET /backup', () => {
  it('gives the machine’s own tool a file that another database can be filled with', async () => {
    const reply = await ask(tokenOf('integration'));
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['cache-control']).toBe('no-store');
    const file = join(dataDir, 'fetched.gz');
    await writeFile(file, reply.rawPayload);
    const store = await openTestStore(createFakeClock());
    const options = { clock: backend.clock, replaces: false };
    await fillTables(store.db, await readBackup(file), options);
    expect(await readSnapshot(store.db)).toEqual(await readSnapshot(backend.store.db));
    await store.close();
  });

  it('leaves no file behind, neither its own nor that of a process that died', async () => {
    expect((await readdir(dataDir)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it.each(['admin', 'supervisor', 'opd', 'display'] as const)('is nothing for %s', async (who) => {
    expect((await ask(tokenOf(who))).statusCode).toBe(403);
  });

  it('is nothing for a key that was handed out, whatever it claims to be for', async () => {
    const principal: Principal = {
      role: 'integration',
      id: 'key-1',
      source: 'gps',
      scopes: ['backup.make'],
    };
    const other = await buildTestApp(backend, {
      authenticate: async (request) => {
        request.identity = machineIdentity(principal);
        request.principal = principal;
        request.actor = request.identity.actor;
      },
    });
    expect((await other.inject({ url: '/api/v1/backup' })).statusCode).toBe(403);
    await other.close();
  });
});
