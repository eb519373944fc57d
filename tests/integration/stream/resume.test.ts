import { afterEach, describe, expect, it } from 'vitest';

import { createMemoryChangeSource } from '../../../src/backend/stream/testing/memory-change-source';
import { connectStreamClient, type StreamClient, until } from './stream-client';
import { type StreamServer, startStreamServer } from './stream-server';

let server: StreamServer | null = null;
const clients: StreamClient[] = [];

function connect(...args: Parameters<typeof connectStreamClient>): StreamClient {
  const client = connectStreamClient(...args);
  clients.push(client);
  return client;
}

afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await server?.stop();
  server = null;
});

describe('the handshake', () => {
  it.each([
    ['a wrong token', { token: 'guess' }, 'unauthorized'],
    ['another protocol version', { protocolVersion: 999 }, 'protocol_mismatch'],
    ['nothing readable', { protocolVersion: 'one' }, 'bad_handshake'],
  ])('refuses %s by a code, and sends nothing', async (_name, auth, code) => {
    server = await startStreamServer(createMemoryChangeSource());
    const client = connect(server.url, { auth });
    const error = await new Promise<Error & { data?: unknown }>((resolve) =>
      client.socket.on('connect_error', resolve),
    );
    expect(error.data).toEqual({ code });
    expect(client.frames).toEqual([]);
  });

  it('says unavailable while the log cannot be read', async () => {
    const source = createMemoryChangeSource();
    const started = await startStreamServer(source);
    server = started;
    source.fail(new Error('database is gone'));
    source.commit(1);
    await until('the publisher to notice', () => !started.publisher.isCurrent());
    const client = connect(server.url);
    const error = await new Promise<Error & { data?: unknown }>((resolve) =>
      client.socket.on('connect_error', resolve),
    );
    expect(error.data).toEqual({ code: 'unavailable' });
  });
});

describe('resume', () => {
  it('greets first, then gives a snapshot to who has nothing and changes to who has something', async () => {
    const source = createMemoryChangeSource();
    source.commit(5);
    server = await startStreamServer(source);
    const fresh = connect(server.url);
    const returning = connect(server.url, { resume: { streamId: 'log-a', lastSeq: 2 } });
    await until('both at 5', () => fresh.seq === 5 && returning.seq === 5);
    source.commit(2);
    await until('both at 7', () => fresh.seq === 7 && returning.seq === 7);
    expect(fresh.frames.filter((name) => name !== 'heartbeat').slice(0, 3)).toEqual([
      'hello',
      'snapshot',
      'changes',
    ]);
    expect(returning.frames.filter((name) => name !== 'heartbeat').slice(0, 2)).toEqual([
      'hello',
      'changes',
    ]);
    expect([...fresh.violations, ...returning.violations]).toEqual([]);
  });

  it.each([
    ['another log', { streamId: 'log-of-before', lastSeq: 3 }],
    ['the future', { streamId: 'log-a', lastSeq: 9 }],
  ])('gives a snapshot to a client from %s', async (_name, resume) => {
    const source = createMemoryChangeSource();
    source.commit(5);
    server = await startStreamServer(source);
    const client = connect(server.url, { resume });
    await until('a snapshot', () => client.frames.includes('snapshot'));
    expect(client.seq).toBe(5);
  });

  it('answers a resume that the client asks for, and one it cannot read with a snapshot', async () => {
    const source = createMemoryChangeSource();
    source.commit(5);
    server = await startStreamServer(source);
    const client = connect(server.url);
    await until('the snapshot', () => client.seq === 5);
    client.seq = 3;
    client.socket.emit('resume', { streamId: 'log-a', lastSeq: 3 });
    await until('the missing changes', () => client.seq === 5);
    client.socket.emit('resume', { nonsense: true });
    await until(
      'a second snapshot',
      () => client.frames.filter((f) => f === 'snapshot').length === 2,
    );
    source.commit(1);
    await until('live again', () => client.seq === 6);
    expect(client.violations).toEqual([]);
  });

  it('goes on where it was after the server restarted, without a new snapshot', async () => {
    const source = createMemoryChangeSource();
    source.commit(3);
    server = await startStreamServer(source);
    const client = connect(server.url, { reconnection: true });
    await until('the snapshot', () => client.seq === 3);
    const port = Number(new URL(server.url).port);
    await server.stop();
    source.commit(4);
    server = await startStreamServer(source, port);
    await until('what was missed', () => client.seq === 7);
    source.commit(1);
    await until('live', () => client.seq === 8);
    expect(client.frames.filter((name) => name === 'snapshot')).toHaveLength(1);
    expect(client.violations).toEqual([]);
  });
});

describe('heartbeats', () => {
  it('come every second with the head, and stop while the log cannot be read', async () => {
    const source = createMemoryChangeSource();
    server = await startStreamServer(source);
    const client = connect(server.url);
    source.commit(2);
    await until('two heartbeats', () => client.heartbeats.length >= 2);
    expect(client.heartbeats.at(-1)?.headSeq).toBe(2);
    source.fail(new Error('database is gone'));
    source.commit(1);
    await until('the publisher to notice', () => !(server?.publisher.isCurrent() ?? true));
    const heard = client.heartbeats.length;
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(client.heartbeats.length).toBeLessThanOrEqual(heard + 1);
    source.fail(null);
    await until('heartbeats again', () => client.heartbeats.length > heard + 1);
    expect(client.seq).toBe(3);
  });
});

describe('positions', () => {
  it('send the latest per unit, at most one batch a tick, and to a newcomer with the snapshot', async () => {
    server = await startStreamServer(createMemoryChangeSource());
    const client = connect(server.url);
    await until('the snapshot', () => client.frames.includes('snapshot'));
    const startMs = Date.now();
    for (let round = 0; round < 50; round += 1) {
      server.hub.report([
        {
          unitId: 'DMK-01',
          lngLat: [106 + round / 1_000, -6],
          observedAt: new Date(startMs + round).toISOString(),
        },
      ]);
    }
    await until('a position', () => client.positions.get('DMK-01')?.[5] === startMs + 49);
    expect(client.positionFrames).toBe(1);
    const newcomer = connect(server.url);
    await until('its snapshot', () => newcomer.positions.size === 1);
    expect(newcomer.positionFrames).toBe(0);
  });

  it('reach a client that resumed by changes and missed the moves meanwhile', async () => {
    server = await startStreamServer(createMemoryChangeSource());
    server.hub.report([
      { unitId: 'DMK-01', lngLat: [106, -6], observedAt: new Date().toISOString() },
    ]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const client = connect(server.url, { resume: { streamId: 'log-a', lastSeq: 0 } });
    await until('the position', () => client.positions.has('DMK-01'));
    expect(client.frames).not.toContain('snapshot');
  });
});
