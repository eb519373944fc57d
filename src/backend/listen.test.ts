import { createServer, type Server } from 'node:net';

import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { listen } from './listen';

let taken: Server;
let takenPort: number;
let app: FastifyInstance;
let said: string[];
const say = (line: string) => void said.push(line);

beforeEach(async () => {
  said = [];
  app = fastify();
  taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  takenPort = (taken.address() as { port: number }).port;
});
afterEach(async () => {
  await app.close();
  await new Promise((resolve) => taken.close(resolve));
});

it('takes the next free port when the wanted one is taken, and says so', async () => {
  const port = await listen(app, { host: '127.0.0.1', port: takenPort, say });
  expect(port).toBeGreaterThan(takenPort);
  expect(said).toEqual([`Port ${takenPort} is taken, using ${port}.`]);
});

it('says nothing when any port will do', async () => {
  expect(await listen(app, { host: '127.0.0.1', port: 0, say })).toBeGreaterThan(0);
  expect(said).toEqual([]);
});

it('says what to do about an address that this machine does not have', async () => {
  await expect(listen(app, { host: '192.0.2.1', port: 0, say })).rejects.toThrow(/--host ADDRESS/);
});
