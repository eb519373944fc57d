import type { PositionTuple } from '@shared/protocol/positions';
import { afterAll, beforeAll, expect, it } from 'vitest';

import type { Store } from '../../../src/backend/store/open-store';
import { units } from '../../../src/backend/store/schema/units';
import { readPositions, savePositions } from '../../../src/backend/store/unit-positions';
import { createFakeClock } from '../../support/fake-clock';
import { openTestStore } from '../../support/open-test-store';

const T0_MS = Date.parse('2026-11-24T07:00:00.000Z');
let store: Store;

beforeAll(async () => {
  store = await openTestStore(createFakeClock());
  await store.db.insert(units).values(
    Array.from({ length: 1_200 }, (_, index) => ({
      id: unitId(index),
      agencyCode: 'DPKP',
      stationCode: 'POS',
      kind: 'ambulance',
      statusCode: 'SIAGA',
      statusMeaning: 'available_at_station' as const,
      statusSince: new Date(T0_MS).toISOString(),
      isSos: false,
      version: 1,
    })),
  );
});
afterAll(() => store.close());

function unitId(index: number): string {
  return `U-${String(index).padStart(4, '0')}`;
}

const positionOf = (index: number, observedAtMs: number, lng = 106): PositionTuple => [
  unitId(index),
  lng,
  -6.01,
  index === 0 ? null : 90.5,
  index === 0 ? null : 8.1,
  observedAtMs,
];

it('reads back as many as were saved, unknown heading and speed included', async () => {
  const positions = Array.from({ length: 1_200 }, (_, index) => positionOf(index, T0_MS));
  await savePositions(store.db, positions);
  expect(await readPositions(store.db)).toEqual(positions);
});

it('lets a newer position replace an older one, and never the other way', async () => {
  await savePositions(store.db, [positionOf(1, T0_MS + 1, 106.1), positionOf(2, T0_MS - 1, 106.1)]);
  const saved = new Map((await readPositions(store.db)).map((position) => [position[0], position]));
  expect(saved.get(unitId(1))).toEqual(positionOf(1, T0_MS + 1, 106.1));
  expect(saved.get(unitId(2))).toEqual(positionOf(2, T0_MS));
});

it('does nothing where there is nothing to save', async () => {
  const before = await readPositions(store.db);
  await savePositions(store.db, []);
  expect(await readPositions(store.db)).toEqual(before);
});
