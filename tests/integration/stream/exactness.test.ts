import { afterEach, expect, it } from 'vitest';

import { createMemoryChangeSource } from '../../../src/backend/stream/testing/memory-change-source';
import { seededRandom } from './seeded-random';
import { connectStreamClient, type StreamClient, until } from './stream-client';
import { type StreamServer, startStreamServer } from './stream-server';

const CLIENTS = 8;
const STEPS = 400;

let server: StreamServer | null = null;
let clients: StreamClient[] = [];

afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await server?.stop();
  server = null;
});

it.each([1, 2, 3, 4, 5, 6])(
  'gives every client every change exactly once, whenever it comes and goes (seed %i)',
  async (seed) => {
    const random = seededRandom(seed);
    const upTo = (bound: number) => Math.floor(random() * bound);
    const jitter = async () => {
      for (let turns = upTo(4); turns > 0; turns -= 1) {
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    const source = createMemoryChangeSource({ jitter });
    source.commit(upTo(1_500));
    let running = await startStreamServer(source);
    server = running;
    const port = Number(new URL(running.url).port);
    clients = Array.from({ length: CLIENTS }, () => connectStreamClient(running.url));

    for (let step = 0; step < STEPS; step += 1) {
      const client = clients[upTo(CLIENTS)];
      const action = random();
      if (action < 0.6) source.commit(1 + upTo(20));
      else if (action < 0.75) client?.close();
      else if (action < 0.97) client?.open();
      else if (action < 0.99 && client?.socket.connected) client.socket.emit('resume', null);
      else {
        await running.stop();
        source.commit(upTo(50));
        running = await startStreamServer(source, port);
        server = running;
      }
      await jitter();
      if (random() < 0.2) await new Promise((resolve) => setTimeout(resolve, upTo(15)));
    }

    await until('every client at the head', () => {
      for (const client of clients) client.open();
      return clients.every((client) => client.seq === source.seq());
    });
    // A last commit shows that all of them are live, not only caught up.
    source.commit(1);
    await until('the last change', () => clients.every((client) => client.seq === source.seq()));
    for (const client of clients) {
      expect(client.violations).toEqual([]);
      expect([...client.units.values()]).toEqual(source.units());
    }
  },
);
