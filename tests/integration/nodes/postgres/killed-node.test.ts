import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';

import { until } from '../../stream/stream-client';
import { makeInstallation } from './make-installation';
import { startTestNode, type TestNode } from './test-node';

const placeSchema = z.object({ url: z.string(), token: z.string(), dataDir: z.string() });

let installation: Awaited<ReturnType<typeof makeInstallation>>;
let survivor: TestNode;
let doomed: ChildProcess;
let place: z.infer<typeof placeSchema>;
beforeAll(async () => {
  installation = await makeInstallation();
  survivor = await startTestNode(installation);
  const script = fileURLToPath(new URL('./run-node.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(installation)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  doomed = child;
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  place = placeSchema.parse(JSON.parse(line));
}, 120_000);
afterAll(async () => {
  doomed.kill('SIGKILL');
  await survivor.stop();
  await rm(place.dataDir, { recursive: true, force: true });
  await installation.remove();
});

/** @returns whether the write was acknowledged */
async function writeAtDoomed(key: string): Promise<boolean> {
  try {
    const response = await fetch(`${place.url}/api/v1/calls`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${place.token}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify({ type: 'prank' }),
    });
    return response.ok;
  } catch {
    return false;
  }
}

it('keeps every acknowledged write of a node that is killed while writing, and does none twice', async () => {
  const client = survivor.connect();
  await until('the snapshot', () => client.frames.includes('snapshot'));
  const startSeq = client.seq;
  const acknowledged = new Set<string>();
  const failed = new Set<string>();
  let next = 0;
  const write = async (): Promise<void> => {
    while (failed.size === 0) {
      next += 1;
      const key = `kunci-${next}`;
      if (await writeAtDoomed(key)) acknowledged.add(key);
      else failed.add(key);
      if (acknowledged.size === 60) doomed.kill('SIGKILL');
    }
  };
  await Promise.all(Array.from({ length: 6 }, write));
  expect(acknowledged.size).toBeGreaterThanOrEqual(60);

  // Whoever got no answer asks the other node under the same key, and so may whoever got one.
  const replies = await Promise.all(
    [...acknowledged, ...failed].map(async (key) => ({
      key,
      reply: await survivor.send('POST', '/calls', { type: 'prank' }, key),
    })),
  );
  for (const { key, reply } of replies)
    if (acknowledged.has(key)) expect(reply.replayed).toBe(true);
  const last = startSeq + replies.length;
  await until('every write once', () => client.seq === last);
  expect(new Set(replies.map(({ reply }) => reply.id)).size).toBe(replies.length);
  expect(client.violations).toEqual([]);
}, 120_000);
