import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import {
  type PostgresServer,
  startPostgresServer,
} from '../../../support/postgres/postgres-server';
import { until } from '../../stream/stream-client';
import { startTestNode, type TestNode } from './test-node';

let server: PostgresServer;
let node: TestNode;
let directory: string;
beforeAll(async () => {
  // Its own, because it is killed; durable, because nothing acknowledged may be lost.
  server = await startPostgresServer({ isDurable: true });
  await server.execute('create database dasbor');
  directory = await mkdtemp(join(tmpdir(), 'cc-keys-'));
  const keysFile = join(directory, 'keys.json');
  node = await startTestNode({ databaseUrl: server.urlOf('dasbor'), keysFile });
}, 120_000);
afterAll(async () => {
  await node.stop();
  await server.remove();
  await rm(directory, { recursive: true });
});

const ready = async () => (await fetch(`${node.backend.url}/health/ready`)).status;

async function untilReady(status: number): Promise<void> {
  const startMs = performance.now();
  while ((await ready()) !== status) {
    if (performance.now() - startMs > 30_000) throw new Error(`never answered ${status}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

it('answers that it is unavailable while its server is dead, and goes on by itself when that is back', async () => {
  const client = node.connect();
  await until('the snapshot', () => client.frames.includes('snapshot'));
  let acknowledged = 0;
  let refused = 0;
  let isWriting = true;
  const write = async (): Promise<void> => {
    while (isWriting) {
      try {
        await node.send('POST', '/calls', { type: 'prank' });
        acknowledged += 1;
      } catch (error) {
        expect(String(error)).toMatch(/503: .*"unavailable"/);
        refused += 1;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  };
  // More than the pool has connections: each that breaks must be made up for.
  const writers = Array.from({ length: 24 }, write);
  await until('some writes', () => acknowledged > 50, 30_000);

  await server.kill();
  await until('a refusal', () => refused > 50, 30_000);
  await untilReady(503);
  const refusal = await fetch(`${node.backend.url}/api/v1/incidents`, {
    headers: { authorization: `Bearer ${node.token}` },
  });
  expect(refusal.status).toBe(503);
  expect(refusal.headers.get('retry-after')).toBe('2');

  await server.start();
  await untilReady(200);
  const before = acknowledged;
  await until('writes again', () => acknowledged > before + 50, 30_000);
  isWriting = false;
  await Promise.all(writers);

  const { seq } = await node.send('POST', '/calls', { type: 'normal' });
  await until('the last change', () => client.seq === seq);
  expect(client.violations).toEqual([]);
  expect(seq - client.units.size).toBeGreaterThanOrEqual(acknowledged + 1);
}, 180_000);
