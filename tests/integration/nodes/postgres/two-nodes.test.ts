import type { OfficialBoundaries } from '@shared/domain/boundaries';
import { cityPackSchema } from '@shared/domain/city-pack';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type StreamClient, until } from '../../stream/stream-client';
import { makeInstallation } from './make-installation';
import { startTestNode, type TestNode } from './test-node';

let installation: Awaited<ReturnType<typeof makeInstallation>>;
let a: TestNode;
let b: TestNode;
beforeAll(async () => {
  installation = await makeInstallation();
  // At once, as after a power cut: each would register the units and decide what the database is for.
  [a, b] = await Promise.all([startTestNode(installation), startTestNode(installation)]);
});
afterAll(async () => {
  await Promise.all([a.stop(), b.stop()]);
  await installation.remove();
});

const prank = (node: TestNode, key?: string) => node.send('POST', '/calls', { type: 'prank' }, key);

async function withSnapshot(node: TestNode): Promise<StreamClient> {
  const client = node.connect();
  await until('the snapshot', () => client.frames.includes('snapshot'));
  return client;
}

describe('two nodes on one database', () => {
  it('are one log, with each unit registered once', async () => {
    const [atA, atB] = await Promise.all([withSnapshot(a), withSnapshot(b)]);
    expect(atA.hello?.streamId).toBe(atB.hello?.streamId);
    expect(atA.seq).toBe(atB.seq);
    expect(atA.seq).toBe(atA.units.size);
  });

  it('tell the clients of one what was written on the other, well before the next poll', async () => {
    const client = await withSnapshot(b);
    const seqs = new Map<number, number>();
    client.socket.on('changes', ({ headSeq }: { headSeq: number }) =>
      seqs.set(headSeq, performance.now()),
    );
    const delays: number[] = [];
    for (let index = 0; index < 20; index += 1) {
      const { seq } = await prank(a);
      const doneMs = performance.now();
      await until('the change', () => client.seq === seq);
      delays.push(performance.now() - doneMs);
    }
    expect(delays.sort((x, y) => x - y)[10]).toBeLessThan(500);
    expect(client.violations).toEqual([]);
  });

  it('let a client move from one to the other and go on where it was', async () => {
    const before = await withSnapshot(a);
    before.close();
    const { seq } = await prank(a);
    await prank(b);
    const after = b.connect(before);
    await until('what was missed', () => after.seq === seq + 1);
    expect(after.frames).not.toContain('snapshot');
    expect(after.violations).toEqual([]);
  });

  it('do a request once, whichever of them gets its retry', async () => {
    const first = await prank(a, 'kunci-1');
    expect(await prank(b, 'kunci-1')).toEqual({ ...first, replayed: true });
    const both = await Promise.all([prank(a, 'kunci-2'), prank(b, 'kunci-2')]);
    expect(both.map(({ replayed }) => replayed).sort()).toEqual([false, true]);
    expect(both[0].id).toBe(both[1].id);
  });

  it('show the positions that the other was given, each once', async () => {
    const [atA, atB] = await Promise.all([withSnapshot(a), withSnapshot(b)]);
    const positions = [...atA.units.keys()].map((unitId, index) => ({
      unitId,
      lngLat: [106 + index / 1_000, -6],
      observedAt: new Date().toISOString(),
    }));
    await a.send('POST', '/positions', { positions });
    await until('all positions at the other node', () =>
      positions.every(({ unitId, lngLat }) => atB.positions.get(unitId)?.[1] === lngLat[0]),
    );
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(atA.positionFrames).toBe(1);
  });

  it('draw the boundaries that were imported through the other', async () => {
    const client = await withSnapshot(b);
    const city = cityPackSchema.parse(await a.get('/city'));
    const official: OfficialBoundaries = {
      source: 'Peta uji',
      date: '2026-11-24',
      kelurahanAreas: city.kelurahanAreas,
      drawn: {
        kelurahanAreas: city.kelurahanAreas,
        kecamatanAreas: city.kecamatanAreas,
        land: city.land,
      },
      centers: Object.fromEntries(city.kelurahan.map(({ code, center }) => [code, center])),
    };
    const { seq } = await a.send('PUT', '/boundaries', official);
    await until('the change', () => client.seq === seq);
    // Whoever heard of it from this node gets it from this node.
    const drawn = cityPackSchema.parse(await b.get('/city'));
    expect(drawn.city.boundaries).toEqual({
      kind: 'official',
      source: 'Peta uji',
      date: '2026-11-24',
    });
    const late = await withSnapshot(b);
    expect(late.hello?.cityHash).not.toBe(client.hello?.cityHash);
  });

  it('lose no change with the line that wakes them, only a moment', async () => {
    const client = await withSnapshot(b);
    await cutLines(installation.databaseUrl);
    const { seq } = await prank(a);
    await until('the change, found by polling', () => client.seq === seq, 5_000);
    expect(client.violations).toEqual([]);
  });
});

/** Ends every connection that listens for messages, and nothing else. */
async function cutLines(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rowCount } = await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name like '% line' and datname = current_database()",
  );
  await client.end();
  expect(rowCount).toBe(2);
}
