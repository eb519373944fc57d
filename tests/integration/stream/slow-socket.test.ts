import { afterEach, expect, it } from 'vitest';

import { createMemoryChangeSource } from '../../../src/backend/stream/testing/memory-change-source';
import { connectStreamClient, type StreamClient, until } from './stream-client';
import { type StreamServer, startStreamServer } from './stream-server';

let server: StreamServer | null = null;
const clients: StreamClient[] = [];

afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await server?.stop();
  server = null;
});

/** The TCP socket under a client: a paused one is a client that has stopped reading. */
function tcpOf(client: StreamClient): { pause(): void; resume(): void } {
  const { transport } = client.socket.io.engine as unknown as {
    transport: { ws: { _socket: { pause(): void; resume(): void } } };
  };
  return transport.ws._socket;
}

it('cuts a client that does not read, keeps the others, and loses nothing for either', async () => {
  const source = createMemoryChangeSource({ ballast: 20_000 });
  const started = await startStreamServer(source);
  server = started;
  const quick = connectStreamClient(started.url);
  const slow = connectStreamClient(started.url, { reconnection: true });
  clients.push(quick, slow);
  await until(
    'both live',
    () => quick.frames.includes('snapshot') && slow.frames.includes('snapshot'),
  );
  tcpOf(slow).pause();

  // 40 kB a change: a megabyte at a time, far beyond what the server may keep for one socket.
  let committed = 0;
  while (started.gateway.socketCount() === 2 && committed < 4_000) {
    source.commit(25);
    committed += 25;
    await until('the quick client', () => quick.seq === source.seq());
  }
  expect(started.gateway.socketCount()).toBe(1);
  // 16 MiB in this process, and what the operating system's buffers took before.
  expect(committed * 40_000).toBeLessThan(16_777_216 + 12_000_000);

  tcpOf(slow).resume();
  await until('the slow client to have come back and caught up', () => slow.seq === source.seq());
  expect([...quick.violations, ...slow.violations]).toEqual([]);
  expect([...slow.units.values()]).toEqual(source.units());
});

it('gives a client that does not read no positions, and the latest when it reads again', async () => {
  const started = await startStreamServer(createMemoryChangeSource());
  server = started;
  const client = connectStreamClient(started.url);
  clients.push(client);
  await until('live', () => client.frames.includes('snapshot'));
  tcpOf(client).pause();
  const startMs = Date.now() - 60_000;
  const UNITS = 5_000;
  const ROUNDS = 20;
  for (let round = 0; round < ROUNDS; round += 1) {
    started.hub.report(
      Array.from({ length: UNITS }, (_, unit) => ({
        unitId: `U-${unit}`,
        lngLat: [106 + round / 1_000, -6] as [number, number],
        observedAt: new Date(startMs + round).toISOString(),
      })),
    );
    await new Promise((resolve) => setTimeout(resolve, 210));
  }
  tcpOf(client).resume();
  await until(
    'the latest of all',
    () =>
      client.positions.size === UNITS &&
      [...client.positions.values()].every((position) => position[5] === startMs + ROUNDS - 1),
  );
  // Three frames a round would have been sent to one that reads.
  expect(client.positionFrames).toBeLessThan(ROUNDS * 3);
});
