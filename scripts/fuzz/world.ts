import { cityPackSchema } from '@shared/domain/city-pack';
import fc from 'fast-check';

/** What a sender who knows the city would put into a field. */
export interface World {
  /** By the field's name; null: nothing is known of it. */
  valuesOf(name: string): fc.Arbitrary<unknown> | null;
}

export const RECORD_KINDS = ['incident', 'complaint', 'call'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/**
 * Ids of records are made while the cases run, so a case only says which one it means: `@incident:7@`. The
 * runner puts in the eighth it knows, or one that does not exist.
 */
export const idMark = (kind: RecordKind): fc.Arbitrary<string> =>
  fc.nat(40).map((number) => `@${kind}:${number}@`);

/** What comes before what in the life of a record, in seconds ago; of names, the first that fits counts. */
const ORDER_OF_TIMES = [
  { pattern: /received/i, min: 1_800, max: 3_600 },
  { pattern: /answered/i, min: 1_000, max: 1_700 },
  { pattern: /ended/i, min: 100, max: 900 },
  { pattern: /(^at|At)$/, min: 0, max: 30 },
];

/** Before the moment of sending: cases do not depend on the day they are drawn. */
const secondsAgo = (min: number, max: number): fc.Arbitrary<string> =>
  fc.integer({ min, max }).map((seconds) => `@ago:${seconds}@`);

/** @param cityJson what `GET /city` answers */
export function createWorld(cityJson: unknown): World {
  const city = cityPackSchema.parse(cityJson);
  const [west, south, east, north] = city.city.bounds;
  const oneOf = (values: readonly string[]) =>
    values.length === 0 ? null : fc.constantFrom(...values);
  const lngLat = fc.tuple(
    fc.double({ min: west, max: east, noNaN: true }),
    fc.double({ min: south, max: north, noNaN: true }),
  );
  const categoryCodes = [...city.incidentCategories, ...city.complaintCategories].map(
    ({ code }) => code,
  );
  const known: Partial<Record<string, fc.Arbitrary<unknown> | null>> = {
    categoryCode: oneOf(categoryCodes),
    agencyCode: oneOf(city.agencies.map(({ code }) => code)),
    unitId: oneOf(city.units.map(({ callSign }) => callSign)),
    statusCode: oneOf(city.unitStatuses.map(({ code }) => code)),
    kecamatanCode: oneOf(city.kecamatan.map(({ code }) => code)),
    kelurahanCode: oneOf(city.kelurahan.map(({ code }) => code)),
    callId: idMark('call'),
    lngLat,
    expectedVersion: fc.integer({ min: 1, max: 4 }),
    number: fc.constantFrom('081200000112', '+6225400112'),
  };
  return {
    valuesOf(name) {
      if (Object.hasOwn(known, name)) return known[name] ?? null;
      const order = ORDER_OF_TIMES.find(({ pattern }) => pattern.test(name));
      return order === undefined ? null : secondsAgo(order.min, order.max);
    },
  };
}
