import type { KpiReport } from '@shared/protocol/kpi';
import { expect, it } from 'vitest';

import { moverPeriods, moversOf } from './kecamatan-movers';

const week = (
  received: Readonly<Record<string, number>>,
  unplaced = 0,
): Pick<KpiReport['complaints'], 'byKecamatan'> => {
  const rest = { open: 0, overdue: 0, done: 0, doneInTime: 0 };
  return {
    byKecamatan: [
      ...Object.entries(received).map(([kecamatanCode, n]) => ({
        ...rest,
        kecamatanCode,
        received: n,
      })),
      { ...rest, kecamatanCode: null, received: unplaced },
    ],
  };
};

it('compares whole days: today, which is not over, is in neither week', () => {
  expect(moverPeriods('2026-11-24')).toEqual({
    lately: { from: '2026-11-17', to: '2026-11-23' },
    before: { from: '2026-11-10', to: '2026-11-16' },
  });
});

it('puts the largest change first, up or down', () => {
  const movers = moversOf(week({ a: 10, b: 2, c: 9 }), week({ a: 8, b: 12, c: 4 }));
  expect(movers.map(({ code, change }) => [code, change])).toEqual([
    ['b', -10],
    ['c', 5],
    ['a', 2],
  ]);
});

it('leaves out what did not change, and what has no kecamatan', () => {
  expect(moversOf(week({ a: 3 }, 40), week({ a: 3 }, 1))).toEqual([]);
});

it('counts a kecamatan that one of the weeks does not name as none', () => {
  expect(moversOf(week({ a: 3 }), week({ b: 2 }))).toEqual([
    { code: 'a', lately: 3, before: 0, change: 3 },
    { code: 'b', lately: 0, before: 2, change: -2 },
  ]);
});
