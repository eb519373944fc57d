import { once } from 'node:events';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { type Link, openLink } from './link';

let server: Server;
let link: Link;
const sockets: Socket[] = [];

beforeEach(async () => {
  server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => socket.destroy());
    socket.pipe(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  link = await openLink(() => address.port);
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await link.close();
  server.close();
});

function connect(): Socket {
  const socket = createConnection({ host: '127.0.0.1', port: Number(new URL(link.url).port) });
  socket.on('error', () => socket.destroy());
  sockets.push(socket);
  return socket;
}

async function echo(socket: Socket, text: string): Promise<string> {
  socket.write(text);
  const [piece] = (await once(socket, 'data')) as [Buffer];
  return piece.toString();
}

/** Unlike `once`, an error on the way to it is no failure. */
const untilClosed = (socket: Socket): Promise<unknown> =>
  new Promise((resolve) => {
    socket.once('close', resolve);
  });

const isSilent = async (socket: Socket, text: string): Promise<boolean> =>
  (await Promise.race([echo(socket, text), delay(100, null)])) === null;

it('carries in both directions', async () => {
  expect(await echo(connect(), 'ping')).toBe('ping');
});

it('breaks and refuses while it is cut', async () => {
  const open = connect();
  await echo(open, 'ping');
  const ended = untilClosed(open);
  link.set('cut');
  await ended;
  await untilClosed(connect());
  link.set('whole');
  expect(await echo(connect(), 'again')).toBe('again');
});

it('tells nobody while it is half open, and never carries for those again', async () => {
  const before = connect();
  await echo(before, 'ping');
  link.set('half_open');
  const meanwhile = connect();
  expect(await isSilent(before, 'lost')).toBe(true);
  expect(await isSilent(meanwhile, 'lost')).toBe(true);
  link.set('whole');
  expect(await isSilent(before, 'lost')).toBe(true);
  expect(await isSilent(meanwhile, 'lost')).toBe(true);
  expect(await echo(connect(), 'new')).toBe('new');
});

it('lets requests through and breaks before the answer while it is deaf', async () => {
  const heard = new Promise<string>((resolve) => {
    server.once('connection', (socket: Socket) =>
      socket.once('data', (piece: Buffer) => {
        resolve(piece.toString());
      }),
    );
  });
  link.set('deaf');
  const socket = connect();
  socket.write('request');
  expect(await heard).toBe('request');
  await untilClosed(socket);
});

it('keeps the order of what was slow and what came after', async () => {
  const socket = connect();
  await echo(socket, 'ping');
  link.set('slow');
  socket.write('a');
  await delay(20);
  link.set('whole');
  socket.write('b');
  let seen = '';
  while (seen.length < 2) {
    const [piece] = (await once(socket, 'data')) as [Buffer];
    seen += piece.toString();
  }
  expect(seen).toBe('ab');
});
