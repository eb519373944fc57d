import { PROTOCOL_VERSION } from '@shared/protocol/version';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { systemClock } from '../../../src/backend/clock';
import type { Accounts } from '../../../src/backend/http/accounts';
import type { AccessDeps } from '../../../src/backend/operations/access/access-deps';
import { createUser } from '../../../src/backend/operations/access/create-user';
import { signIn } from '../../../src/backend/operations/access/sign-in';
import { signOut } from '../../../src/backend/operations/access/sign-out';
import { storeChangeSource } from '../../../src/backend/stream/store-change-source';
import { openTestAccounts } from '../../support/test-accounts';
import { openTestBackend, type TestBackend } from '../../support/test-backend';
import { type StreamServer, startStreamServer } from './stream-server';

const PASSWORD = 'kuda laut di atas awan';

let backend: TestBackend;
const nodes: { accounts: Accounts & { stop(): void }; server: StreamServer }[] = [];
beforeAll(async () => {
  backend = await openTestBackend();
  for (let index = 0; index < 2; index += 1) {
    // Real time: how long it takes is what is asked.
    const accounts = await openTestAccounts({
      ...backend,
      clock: { ...backend.clock, ...systemClock },
    });
    const server = await startStreamServer(storeChangeSource(backend.store), 0, { accounts });
    nodes.push({ accounts, server });
  }
});
afterAll(async () => {
  for (const { accounts, server } of nodes) {
    await server.stop();
    accounts.stop();
  }
  await backend.store.close();
});

function follow(url: string, token: string): Socket {
  return io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { token, protocolVersion: PROTOCOL_VERSION, resume: null },
  });
}
const once = (socket: Socket, event: string) =>
  new Promise<unknown>((resolve) => {
    socket.once(event, resolve);
  });

test('who signs out on one node is cut off on every node within two seconds, and told why', async () => {
  const [here, there] = nodes;
  if (here === undefined || there === undefined) throw new Error('there are two nodes');
  const deps: AccessDeps = { ...backend, clock: systemClock, ...here.accounts };
  await createUser(
    deps,
    { username: 'petugas', displayName: 'Petugas', role: 'operator', password: PASSWORD },
    { id: 'test', role: null },
  );
  const { accessToken, principal } = await signIn(
    deps,
    { username: 'petugas', password: PASSWORD },
    '::1',
  );
  const identity = await there.accounts.identify(accessToken);
  expect(identity?.principal).toEqual(principal);

  const sockets = [follow(here.server.url, accessToken), follow(there.server.url, accessToken)];
  await Promise.all(sockets.map((socket) => once(socket, 'hello')));
  const cut = sockets.map(async (socket) => {
    await once(socket, 'disconnect');
    return performance.now();
  });
  const startMs = performance.now();
  await signOut(deps, identity?.credentialId ?? '', principal);
  for (const atMs of await Promise.all(cut)) expect(atMs - startMs).toBeLessThan(2_000);

  for (const { server } of nodes) {
    const again = follow(server.url, accessToken);
    expect(await once(again, 'connect_error')).toMatchObject({ data: { code: 'unauthorized' } });
    again.close();
  }
});

test('a newer token keeps the line, a token of somebody else ends it', async () => {
  const [node] = nodes;
  if (node === undefined) throw new Error('there are two nodes');
  const { tokens } = node.accounts;
  const issue = async (id: string) =>
    (await tokens.issue({ role: 'operator', id }, { kind: 'console' })).token;
  const socket = follow(node.server.url, await issue('a'));
  await once(socket, 'hello');
  socket.emit('authenticate', await issue('a'));
  await once(socket, 'heartbeat');
  expect(socket.connected).toBe(true);
  const ended = once(socket, 'disconnect');
  socket.emit('authenticate', await issue('b'));
  await ended;
});
