import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import {
  createMemoryChangeSource,
  type MemoryChangeSource,
} from '../../../src/backend/stream/testing/memory-change-source';
import {
  createLiveClient,
  type LiveClientOptions,
} from '../../../src/renderer/live/create-live-client';
import { type Credentials, fixedCredentials } from '../../../src/renderer/live/credentials';
import { pictureToKeep } from '../../../src/renderer/live/kept-picture';
import type { LiveClient, LiveStoreState } from '../../../src/renderer/live/model';
import { modelFromSnapshot } from '../../../src/renderer/live/model-from-snapshot';
import { modelHash } from '../../../src/renderer/live/model-hash';
import { loadCilegon } from '../../support/cilegon';
import { type StreamServer, startStreamServer, TOKEN } from '../stream/stream-server';
import { isLive, isLiveAt, waitForState } from './wait-for-state';

let source: MemoryChangeSource;
let server: StreamServer;
const clients: LiveClient[] = [];

function connect(options: LiveClientOptions = {}, token = TOKEN): LiveClient {
  const client = createLiveClient(options);
  clients.push(client);
  client.connect({ url: server.url, credentials: fixedCredentials(token) });
  return client;
}

const portOf = ({ url }: StreamServer): number => Number(new URL(url).port);
const hashOf = ({ model }: LiveStoreState): string => (model === null ? '' : modelHash(model));
const truth = async (): Promise<string> =>
  modelHash(modelFromSnapshot(await source.readSnapshot()));

beforeEach(async () => {
  source = createMemoryChangeSource();
  source.commit(10);
  server = await startStreamServer(source);
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.stop();
  await server.stop();
});

describe('the live client on a real socket', () => {
  it('is live with the snapshot, then follows every commit', async () => {
    const client = connect();
    await waitForState(client, isLive);
    source.commit(3);
    source.commit(40);
    const state = await waitForState(client, isLiveAt(53));
    expect(hashOf(state)).toBe(await truth());
    expect(state.ticker.map(({ seq }) => seq).slice(0, 2)).toEqual([53, 52]);
  });

  it('keeps its picture while the server is away, and loses nothing', async () => {
    const client = connect();
    const before = await waitForState(client, isLive);
    const port = portOf(server);
    await server.stop();
    const away = await waitForState(client, ({ link }) => link.kind === 'stale');
    expect(away.model).toBe(before.model);
    source.commit(25);
    server = await startStreamServer(source, port);
    expect(hashOf(await waitForState(client, isLiveAt(35)))).toBe(await truth());
  });

  it('goes on from the same seq when the backend moves to another port', async () => {
    const client = connect();
    await waitForState(client, isLive);
    await server.stop();
    source.commit(5);
    server = await startStreamServer(source);
    client.connect({ url: server.url, credentials: fixedCredentials(TOKEN) });
    expect(client.store.getState()).toMatchObject({ link: { kind: 'stale' }, model: { seq: 10 } });
    const state = await waitForState(client, isLiveAt(15));
    expect(hashOf(state)).toBe(await truth());
    // Changes, not a snapshot: the ticker has them.
    expect(state.ticker.map(({ seq }) => seq)).toEqual([15, 14, 13, 12, 11]);
  });

  it('shows the kept picture as old, and goes on from its seq', async () => {
    const former = connect();
    await waitForState(former, isLive);
    former.store.setState({ city: await loadCilegon() });
    const kept = pictureToKeep(former, Date.now() - 60_000);
    former.stop();
    source.commit(5);
    const client = createLiveClient({ kept });
    clients.push(client);
    const { link, model } = client.store.getState();
    expect(link).toEqual({ kind: 'stale', sinceMs: kept?.freshAtMs });
    expect(model?.seq).toBe(10);
    client.connect({ url: server.url, credentials: fixedCredentials(TOKEN) });
    const state = await waitForState(client, isLiveAt(15));
    expect(hashOf(state)).toBe(await truth());
    // Changes, not a snapshot: the ticker has them.
    expect(state.ticker.map(({ seq }) => seq)).toEqual([15, 14, 13, 12, 11]);
  });

  it('drops a kept picture of another log', async () => {
    const former = connect();
    await waitForState(former, isLive);
    former.store.setState({ city: await loadCilegon() });
    const kept = pictureToKeep(former, Date.now());
    const port = portOf(server);
    await server.stop();
    source = createMemoryChangeSource({ streamId: 'log-b' });
    source.commit(4);
    server = await startStreamServer(source, port);
    const client = connect({ kept });
    const state = await waitForState(client, isLive);
    expect(hashOf(state)).toBe(await truth());
  });

  it('takes a new picture from another log', async () => {
    const client = connect();
    await waitForState(client, isLive);
    const port = portOf(server);
    await server.stop();
    source = createMemoryChangeSource({ streamId: 'log-b' });
    source.commit(4);
    server = await startStreamServer(source, port);
    const state = await waitForState(client, ({ hello }) => hello?.streamId === 'log-b');
    expect(hashOf(state)).toBe(await truth());
  });

  it('is blocked by a refused token, and does not try again', async () => {
    const client = connect({}, 'stolen');
    const { link } = await waitForState(client, (state) => state.link.kind === 'blocked');
    expect(link).toEqual({ kind: 'blocked', reason: 'unauthorized' });
    expect(server.gateway.socketCount()).toBe(0);
  });

  it('tells its line of a newer token, and comes back where the server ends it for that', async () => {
    const client = createLiveClient();
    clients.push(client);
    let tellNewer: (token: string) => void = () => undefined;
    const credentials: Credentials = {
      ...fixedCredentials(TOKEN),
      onRenewed(listener) {
        tellNewer = listener;
        return () => undefined;
      },
    };
    client.connect({ url: server.url, credentials });
    await waitForState(client, isLive);
    tellNewer(TOKEN);
    source.commit(1);
    await waitForState(client, isLiveAt(11));
    const left = waitForState(client, (state) => !isLive(state));
    tellNewer('of somebody else');
    await left;
    const state = await waitForState(client, isLive);
    expect(hashOf(state)).toBe(await truth());
  });

  it('hears positions and the server’s clock', async () => {
    const client = connect();
    await waitForState(client, isLive);
    const moved = new Promise<ReadonlySet<string>>((resolve) =>
      client.positions.subscribe(resolve),
    );
    const observedAt = new Date().toISOString();
    server.hub.report([{ unitId: 'DMK-01', lngLat: [106.05, -6.01], observedAt }]);
    expect(await moved).toEqual(new Set(['DMK-01']));
    expect(client.positions.get('DMK-01')?.[1]).toBe(106.05);
    expect(Math.abs(client.serverNowMs() - Date.now())).toBeLessThan(1_000);
  });

  it('lets go of the socket when stopped', async () => {
    const client = connect();
    await waitForState(client, isLive);
    client.stop();
    await expect.poll(() => server.gateway.socketCount()).toBe(0);
  });
});
