import type { Kecamatan } from '@shared/domain/city-pack';
import { expect, it } from 'vitest';

import { aComplaint } from '../../live/testing/records';
import { complaintFigures } from './complaint-figures';

const kecamatan = (code: string, population: number): Kecamatan => ({
  code,
  name: code,
  aliases: [],
  population,
  areaKm2: 1,
  source: 'test',
});
const TWO = [kecamatan('36.72.01', 50_000), kecamatan('36.72.02', 20_000)];
const NOW_MS = Date.parse('2026-11-24T07:00:00.000Z');
const inCity = (kecamatanCode: string) =>
  ({ kind: 'in_city', kecamatanCode, kelurahanCode: null }) as const;

it('counts open and overdue ones by the area written on them, most first', () => {
  const figures = complaintFigures(
    [
      aComplaint({ area: inCity('36.72.01') }),
      aComplaint({ area: inCity('36.72.02'), dueAt: '2026-11-24T06:59:59.000Z' }),
      aComplaint({ area: inCity('36.72.02') }),
      aComplaint({ area: inCity('36.72.02'), endedAt: '2026-11-24T06:00:00.000Z' }),
    ],
    TWO,
    '2026-11-24',
    NOW_MS,
  );
  expect(figures.byKecamatan).toEqual([
    { code: '36.72.02', open: 2, overdue: 1, per1000: 0.1 },
    { code: '36.72.01', open: 1, overdue: 0, per1000: 0.02 },
  ]);
  expect(figures).toMatchObject({ open: 3, overdue: 1 });
});

it('keeps what is on no kecamatan of the city in the sums, and says so', () => {
  const figures = complaintFigures(
    [
      aComplaint({ area: { kind: 'outside_city', kelurahanText: null, kecamatanText: 'Anyar' } }),
      aComplaint({ area: { kind: 'unknown' } }),
      aComplaint({ area: inCity('36.72.99') }),
    ],
    TWO,
    '2026-11-24',
    NOW_MS,
  );
  expect(figures).toMatchObject({ open: 3, outsideCity: 1, unknownArea: 2 });
});

it('counts what was received on the WIB day, ended or not', () => {
  const figures = complaintFigures(
    [
      aComplaint({ receivedAt: '2026-11-23T16:59:59.000Z' }),
      aComplaint({ receivedAt: '2026-11-23T17:00:00.000Z' }),
      aComplaint({
        receivedAt: '2026-11-24T01:00:00.000Z',
        endedAt: '2026-11-24T02:00:00.000Z',
      }),
    ],
    TWO,
    '2026-11-24',
    NOW_MS,
  );
  expect(figures.received).toBe(2);
});
