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

/** @param cityJson what `GET /city` answers */
export function createWorld(cityJson: unknown): World {
  const city = cityPackSchema.parse(cityJson);
  const [west, south, east, north] = city.city.bounds;
  const oneOf = (values: readonly string[]) =>
    values.length === 0 ? null : fc.constantFrom(...values);
  // Seconds before the moment of sending: cases do not depend on the day they are drawn.
  const instant = fc.nat(3_600).map((seconds) => `@ago:${seconds}@`);
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
  };
  return {
    valuesOf(name) {
      if (Object.hasOwn(known, name)) return known[name] ?? null;
      return /(^at|At)$/.test(name) ? instant : null;
    },
  };
}
