import type { Actor } from '@shared/protocol/changes';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { readHead } from '../../../src/backend/store/change-log';
import type { Store } from '../../../src/backend/store/open-store';
import type { Tx } from '../../../src/backend/store/transact';
import { createSeededRandom } from '../../stream/seeded-random';
import { createFakeClock, type FakeClock } from '../../support/fake-clock';
import { openTestStore } from '../../support/open-test-store';
import { readChanges } from '../../support/read-changes';

const ACTOR: Actor = { kind: 'system', id: 'test' };
const retire = (tx: Tx, unitId: string) => tx.append({ type: 'unit.retired', data: { unitId } });

let clock: FakeClock;
let store: Store;
let startSeq: number;
beforeAll(async () => {
  clock = createFakeClock();
  store = await openTestStore(clock);
});
beforeEach(async () => {
  startSeq = (await readHead(store.db)).seq;
});
afterAll(() => store.close());

const seqsFrom = async (seq: number) =>
  (await readChanges(store.db, seq, 10_000)).map((change) => change.seq);
const range = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => from + index);

describe('the change log', () => {
  it('has no gap after writers at once, some of which fail', async () => {
    const random = createSeededRandom(7);
    let committed = 0;
    const writers = range(0, 120).map(async (writer) => {
      const count = random.integer(1, 4);
      const fails = random.chance(0.4);
      const write = store.transact(ACTOR, async (tx) => {
        for (let index = 0; index < count; index += 1) retire(tx, `W-${writer}-${index}`);
        if (fails) throw new Error('rolled back');
      });
      if (fails) await expect(write).rejects.toThrow('rolled back');
      else {
        const { changes } = await write;
        expect(changes.map(({ seq }) => seq)).toEqual(range(changes[0]?.seq ?? 0, count));
        committed += count;
      }
    });
    await Promise.all(writers);
    expect(await seqsFrom(startSeq)).toEqual(range(startSeq + 1, committed));
    expect((await readHead(store.db)).seq).toBe(startSeq + committed);
  });

  it('keeps the changes of one transaction together and in order', async () => {
    await Promise.all(
      range(0, 20).map((writer) =>
        store.transact(ACTOR, async (tx) => {
          for (const part of ['a', 'b', 'c']) retire(tx, `${writer}-${part}`);
        }),
      ),
    );
    const changes = await readChanges(store.db, startSeq, 1_000);
    const units = changes.map((change) =>
      change.type === 'unit.retired' ? change.data.unitId : '',
    );
    for (let index = 0; index < units.length; index += 3) {
      const writer = units[index]?.split('-')[0];
      expect(units.slice(index, index + 3)).toEqual(
        ['a', 'b', 'c'].map((part) => `${writer}-${part}`),
      );
    }
  });

  it('goes back in time with no change, even when the machine’s clock does', async () => {
    const before = clock.now();
    await store.transact(ACTOR, async (tx) => retire(tx, 'first'));
    clock.advance(-3_600_000);
    await store.transact(ACTOR, async (tx) => retire(tx, 'second'));
    const [first, second] = await readChanges(store.db, startSeq, 2);
    expect(first?.recordedAt).toBe(before);
    expect(second?.recordedAt).toBe(before);
    clock.set(before);
  });

  it('is read in pages', async () => {
    await store.transact(ACTOR, async (tx) =>
      range(0, 5).forEach((index) => retire(tx, `P-${index}`)),
    );
    const page = await readChanges(store.db, startSeq + 1, 2);
    expect(page.map(({ seq }) => seq)).toEqual([startSeq + 2, startSeq + 3]);
    expect(await readChanges(store.db, startSeq + 5, 2)).toEqual([]);
  });

  it('leaves head and log as they were for a transaction without changes', async () => {
    const { changes } = await store.transact(ACTOR, async () => 'nothing');
    expect(changes).toEqual([]);
    expect((await readHead(store.db)).seq).toBe(startSeq);
  });
});

describe('onCommit', () => {
  it('tells of commits with changes, after they can be read, and of nothing else', async () => {
    const seen: Promise<number[]>[] = [];
    const unsubscribe = store.onCommit(() => seen.push(seqsFrom(startSeq)));
    await store.transact(ACTOR, async (tx) => retire(tx, 'x'));
    await store.transact(ACTOR, async () => undefined);
    await expect(
      store.transact(ACTOR, async (tx) => {
        retire(tx, 'y');
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    unsubscribe();
    await store.transact(ACTOR, async (tx) => retire(tx, 'z'));
    expect(await Promise.all(seen)).toEqual([[startSeq + 1]]);
  });
});
