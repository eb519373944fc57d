import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { systemClock } from '../../../../src/backend/clock';
import { silentLog } from '../../../../src/backend/log';
import { openStore, type Store } from '../../../../src/backend/store/open-store';
import { createTestDatabase, type TestDatabase } from '../../../support/postgres/test-databases';
import { until } from '../../stream/stream-client';

let database: TestDatabase;
let stores: Store[];
beforeEach(async () => {
  database = await createTestDatabase();
  stores = await Promise.all(Array.from({ length: 3 }, open));
});
afterEach(async () => {
  for (const store of stores) await store.close();
  await database.drop();
});

const open = () =>
  openStore({ dataDir: null, databaseUrl: database.url, clock: systemClock, log: silentLog });

it('has one node do a duty, and another when that one stops', async () => {
  const working = new Set<number>();
  let mostAtOnce = 0;
  const stops = stores.map((store, node) =>
    store.nodes.keepUp('demo', async (signal) => {
      working.add(node);
      mostAtOnce = Math.max(mostAtOnce, working.size);
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      working.delete(node);
    }),
  );
  const seen = new Set<number>();
  for (let turn = 0; turn < stores.length; turn += 1) {
    await until('a node that works', () => working.size === 1);
    const [node = -1] = working;
    seen.add(node);
    await stops[node]?.();
  }
  expect(seen.size).toBe(3);
  expect(mostAtOnce).toBe(1);
});

it('ends the work of a node that loses its line, and lets one take over', async () => {
  let begun = 0;
  let ended = 0;
  const stops = stores.map((store) =>
    store.nodes.keepUp('demo', async (signal) => {
      begun += 1;
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      ended += 1;
    }),
  );
  await until('a node that works', () => begun === 1);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name like '% line' and datname = current_database()",
  );
  await client.end();
  await until('the next one', () => begun === 2);
  expect(ended).toBe(1);
  await Promise.all(stops.map((stop) => stop()));
});

it('lets nodes do in turn what they may not do at once', async () => {
  let atWork = 0;
  const done = await Promise.all(
    stores.map((store, node) =>
      store.nodes.inTurn('demo', async () => {
        atWork += 1;
        expect(atWork).toBe(1);
        await new Promise((resolve) => setTimeout(resolve, 20));
        atWork -= 1;
        return node;
      }),
    ),
  );
  expect(done).toEqual([0, 1, 2]);
});
