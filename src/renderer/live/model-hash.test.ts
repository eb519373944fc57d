import { expect, it } from 'vitest';

import { modelFromSnapshot } from './model-from-snapshot';
import { modelHash } from './model-hash';
import { anIncident, aSnapshot, aUnit } from './testing/records';

const one = aUnit({ id: 'DMK-01' });
const two = aUnit({ id: 'DMK-02' });
const hashOf = (given: Parameters<typeof aSnapshot>[0]): string =>
  modelHash(modelFromSnapshot(aSnapshot(given)));

it('is the same whatever the order of records and keys', () => {
  const reversedKeys = Object.fromEntries(Object.entries(one).reverse()) as typeof one;
  expect(hashOf({ units: [two, reversedKeys] })).toBe(hashOf({ units: [one, two] }));
});

it('differs by any one value', () => {
  const known = hashOf({ units: [one], incidents: [anIncident()] });
  expect(hashOf({ units: [{ ...one, version: 2 }], incidents: [anIncident()] })).not.toBe(known);
  expect(hashOf({ units: [one], incidents: [anIncident({ lngLat: [106.05, -6.01] })] })).not.toBe(
    known,
  );
  expect(hashOf({ seq: 1, units: [one], incidents: [anIncident()] })).not.toBe(known);
});

it('takes a day of zeros and no day for the same', () => {
  const zeros = { normal: 0, informasi: 0, prank: 0, ghost: 0, terputus: 0 };
  expect(hashOf({ callTallies: { '2026-11-24': zeros } })).toBe(hashOf({}));
});
