import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { type AuditNote, appendAudit } from '../../../src/backend/audit/append-audit';
import { verifyAudit } from '../../../src/backend/audit/verify-audit';
import { type AuditRow, readAuditAfter } from '../../../src/backend/store/audit';
import type { Store } from '../../../src/backend/store/open-store';
import { createSeededRandom } from '../../stream/seeded-random';
import { createFakeClock, type FakeClock } from '../../support/fake-clock';
import { openTestStore } from '../../support/open-test-store';
import {
  behindTheTrigger,
  cutTail,
  EDITED_COLUMNS,
  editColumn,
  insertAfter,
  removeAndRenumber,
  removeRow,
  restoreTrail,
  rewriteRow,
} from './tampering';

const ENTRIES = 40;
const SYSTEM = { kind: 'system', id: 'test' } as const;

let clock: FakeClock;
let store: Store;
let recorded: AuditRow[];
const append = (change: Partial<AuditNote> = {}) =>
  store.transact(SYSTEM, (tx) =>
    appendAudit(tx, {
      recordedAt: clock.now(),
      actor: { id: 'u-1', role: 'operator' },
      action: 'incident.note',
      subject: 'incident:i-1',
      outcome: 'done',
      details: {},
      seq: null,
      ...change,
    }),
  );

beforeAll(async () => {
  clock = createFakeClock();
  store = await openTestStore(clock);
});
afterAll(() => store.close());

describe('the audit trail', () => {
  it('is sound while it is empty', async () => {
    expect(await verifyAudit(store.db)).toMatchObject({ ok: true, entries: 0 });
  });

  it('has no gap and a sound chain after many appended at once, some of which were undone', async () => {
    const appends = Array.from({ length: ENTRIES * 2 }, async (_, index) => {
      clock.advance(7);
      if (index % 2 === 0)
        return append({ details: { index, reason: `alasan "${index}" ✓`, list: ['b', 'a'] } });
      const undone = store.transact(SYSTEM, async (tx) => {
        await appendAudit(tx, {
          recordedAt: clock.now(),
          actor: { id: 'areas', role: null },
          action: 'boundaries.change',
          subject: null,
          outcome: 'done',
          details: {},
          seq: index,
        });
        throw new Error('undone');
      });
      return expect(undone).rejects.toThrow('undone');
    });
    await Promise.all(appends);
    recorded = await readAuditAfter(store.db, null, 1_000);
    expect(recorded.map(({ number }) => number)).toEqual(
      Array.from({ length: ENTRIES }, (_, index) => index + 1),
    );
    const verdict = { ok: true, entries: ENTRIES, hash: recorded.at(-1)?.hash };
    expect(await verifyAudit(store.db)).toEqual(verdict);
  });

  it.each([
    sql`update audit set action = 'other'`,
    sql`delete from audit where number = 3`,
    sql`truncate audit`,
  ])('lets nobody change it by the way', async (statement) => {
    await expect(store.db.execute(statement)).rejects.toMatchObject({
      cause: { message: expect.stringContaining('only ever appended to') as string },
    });
  });
});

describe('a trail that somebody has tampered with', () => {
  afterEach(async () => {
    const last = recorded.at(-1);
    if (last !== undefined) await restoreTrail(store.db, recorded, last);
    expect(await verifyAudit(store.db)).toMatchObject({ ok: true, entries: ENTRIES });
  });

  const tamper = async (work: Parameters<typeof behindTheTrigger>[1]) => {
    await behindTheTrigger(store.db, work);
    return verifyAudit(store.db);
  };

  it.each(EDITED_COLUMNS)('is found at the first entry whose %s was changed', async (column) => {
    const random = createSeededRandom(column.length);
    for (const number of [1, random.integer(2, ENTRIES - 1), ENTRIES]) {
      const verdict = await tamper((db) => editColumn(db, number, column));
      expect(verdict).toEqual({
        ok: false,
        entries: number - 1,
        firstBad: number,
        problem: 'changed',
      });
      await restoreTrail(store.db, recorded, recorded[ENTRIES - 1] as AuditRow);
    }
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('is found where it begins (seed %i)', async (seed) => {
    const random = createSeededRandom(seed);
    const number = random.integer(2, ENTRIES - 1);
    const acts = [
      { problem: 'changed', at: number, act: rewriteRow },
      { problem: 'removed', at: number, act: removeRow },
      { problem: 'removed', at: number, act: cutTail },
      { problem: 'removed', at: number, act: removeAndRenumber },
      { problem: 'inserted', at: number + 1, act: insertAfter },
    ];
    for (const { problem, at, act } of acts) {
      const verdict = await tamper((db) => act(db, number));
      expect(verdict).toMatchObject({ ok: false, problem, firstBad: at });
      await restoreTrail(store.db, recorded, recorded[ENTRIES - 1] as AuditRow);
    }
  });

  it('is found where all of it was taken away', async () => {
    const verdict = await tamper((db) => cutTail(db, 1));
    expect(verdict).toMatchObject({ ok: false, problem: 'removed', firstBad: 1 });
  });

  it('is found where an entry stands before the first or after the last', async () => {
    const move = (number: number) =>
      sql`update audit set number = ${number} where number = ${ENTRIES}`;
    expect(await tamper((db) => db.execute(move(0)))).toMatchObject({
      problem: 'inserted',
      firstBad: 0,
    });
    await restoreTrail(store.db, recorded, recorded[ENTRIES - 1] as AuditRow);
    const cutHead = sql`update audit_head set number = ${ENTRIES - 1}, hash = ${recorded[ENTRIES - 2]?.hash ?? ''}`;
    const verdict = await tamper((db) => db.execute(cutHead));
    expect(verdict).toMatchObject({ problem: 'inserted', firstBad: ENTRIES });
  });

  it('is found where its last entry and its hash were made anew', async () => {
    const verdict = await tamper((db) => rewriteRow(db, ENTRIES));
    expect(verdict).toMatchObject({ ok: false, problem: 'head_changed', firstBad: ENTRIES });
  });

  it('still takes entries, so that the room goes on, and stays found', async () => {
    await behindTheTrigger(store.db, (db) => db.execute(sql`delete from audit_head`));
    const { result } = await append();
    expect(result).toBe(ENTRIES + 1);
    expect(await verifyAudit(store.db)).toMatchObject({ ok: false });
  });
});
