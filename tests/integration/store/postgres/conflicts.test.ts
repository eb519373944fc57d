import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { readHead } from '../../../../src/backend/store/change-log';
import type { Store } from '../../../../src/backend/store/open-store';
import { units } from '../../../../src/backend/store/schema/units';
import { createFakeClock } from '../../../support/fake-clock';
import { openTestStore } from '../../../support/open-test-store';

const ACTOR = { kind: 'system', id: 'test' } as const;
let store: Store;
beforeAll(async () => {
  store = await openTestStore(createFakeClock());
  await store.db.insert(units).values(
    ['A', 'B'].map((id) => ({
      id,
      agencyCode: 'uji',
      stationCode: 'uji',
      kind: 'uji',
      statusCode: 'SIAGA',
      statusMeaning: 'available_at_station' as const,
      statusSince: '2026-11-24T07:00:00.000Z',
      isSos: false,
      version: 1,
    })),
  );
});
afterAll(() => store.close());

it('does the work of both transactions where the database breaks their deadlock', async () => {
  let arrived = 0;
  let bothHere: () => void = () => undefined;
  const meeting = new Promise<void>((resolve) => {
    bothHere = resolve;
  });
  let attempts = 0;

  /** Locks one unit, and the other once somebody has locked that. */
  const crossing = (first: string, second: string) =>
    store.transact(ACTOR, async (tx) => {
      attempts += 1;
      await tx.db.update(units).set({ version: 2 }).where(eq(units.id, first));
      arrived += 1;
      if (arrived === 2) bothHere();
      await meeting;
      await tx.db.update(units).set({ version: 2 }).where(eq(units.id, second));
      tx.append({ type: 'unit.retired', data: { unitId: first } });
    });

  await Promise.all([crossing('A', 'B'), crossing('B', 'A')]);
  expect(attempts).toBe(3);
  expect((await readHead(store.db)).seq).toBe(2);
});
