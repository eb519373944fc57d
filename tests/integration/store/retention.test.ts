import { DAY_MS } from '@shared/domain/time';
import type { Actor } from '@shared/protocol/changes';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { silentLog } from '../../../src/backend/log';
import { applyRetention, LEAST_KEPT_CHANGES } from '../../../src/backend/retention/apply-retention';
import { readChangesAfter, readHead } from '../../../src/backend/store/change-log';
import type { Store } from '../../../src/backend/store/open-store';
import { readLogBounds } from '../../../src/backend/store/prune-changes';
import { createFakeClock, type FakeClock } from '../../support/fake-clock';
import { openTestStore } from '../../support/open-test-store';

const ACTOR: Actor = { kind: 'system', id: 'test' };
/** Beyond the least that is kept. */
const OLD = 5_000;

let store: Store;
let clock: FakeClock;
beforeAll(async () => {
  clock = createFakeClock();
  store = await openTestStore(clock);
});
afterAll(() => store.close());

const retention = { logDays: 90, logMaxChanges: 10_000_000, positionDays: 30 };
const apply = (change: Partial<typeof retention> = {}) =>
  applyRetention({ db: store.db, clock, log: silentLog }, { ...retention, ...change });

describe('retention of the change log', () => {
  it('removes by age, and never what a client that resumes may need', async () => {
    await append(OLD);
    await append(LEAST_KEPT_CHANGES);
    clock.advance(91 * DAY_MS);
    expect(await apply()).toMatchObject({ removedChanges: OLD });
    expect(await readLogBounds(store.db)).toEqual({
      prunedSeq: OLD,
      headSeq: OLD + LEAST_KEPT_CHANGES,
    });
    const [first] = await readChangesAfter(store.db, 0, 1);
    expect(first?.change.seq).toBe(OLD + 1);
    // Nothing more to do, and no seq is given twice.
    expect(await apply()).toMatchObject({ removedChanges: 0 });
    await append(1);
    expect((await readHead(store.db)).seq).toBe(OLD + LEAST_KEPT_CHANGES + 1);
  });

  it('keeps what is young, unless it is too much', async () => {
    await append(OLD);
    expect(await apply()).toMatchObject({ removedChanges: OLD + 1 });
    await append(OLD);
    clock.advance(DAY_MS);
    const young = LEAST_KEPT_CHANGES + OLD + 100;
    await append(100);
    const fewer = { logDays: 365, logMaxChanges: young - 50 };
    expect(await apply(fewer)).toMatchObject({ removedChanges: 50 });
    const { prunedSeq, headSeq } = await readLogBounds(store.db);
    expect(headSeq - prunedSeq).toBe(young - 50);
  });
});

/** In bulk: the log's own path takes minutes for so many. */
async function append(count: number): Promise<void> {
  await store.db.transaction(async (tx) => {
    const { seq } = await readHead(tx);
    await tx.execute(sql`
      insert into changes (seq, recorded_at, type, actor, data)
      select ${seq}::bigint + n, ${clock.now()}::timestamptz, 'unit.retired',
        ${JSON.stringify(ACTOR)}::jsonb, '{"unitId":"DMK-99"}'::jsonb
      from generate_series(1, ${count}::integer) n`);
    await tx.execute(
      sql`update stream_head set seq = ${seq + count}::bigint, recorded_at = ${clock.now()}::timestamptz`,
    );
  });
}
