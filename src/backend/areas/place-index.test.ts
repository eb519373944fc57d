import { beforeAll, describe, expect, it } from 'vitest';

import { loadCilegon } from '../../../tests/support/cilegon';
import { createPlaceIndex, type PlaceIndex } from './place-index';

let index: PlaceIndex;
beforeAll(async () => {
  index = createPlaceIndex(await loadCilegon());
});

const names = (query: string, limit = 5): string[] =>
  index.search(query, limit).map(({ kind, name }) => `${kind} ${name}`);

describe('place search', () => {
  it.each([
    ['Gerem', 'kelurahan Gerem'],
    ['Kel. Gerem', 'kelurahan Gerem'],
    ['kec grogol', 'kecamatan Grogol'],
    ['KELURAHAN GROGOL', 'kelurahan Grogol'],
    ['rawaarum', 'kelurahan Rawa Arum'],
    ['Pulo Merak', 'kecamatan Pulomerak'],
    ['rumah sakit umum daerah', 'landmark RSUD Kota Cilegon'],
    ['RSUD', 'station RSUD Kota Cilegon'],
    ['Krakatau Steel', 'landmark PT Krakatau Steel (pabrik)'],
    ['PT. krakatau stel', 'landmark PT Krakatau Steel (pabrik)'],
    ['jln lingkar selatan', 'road Jl. Lingkar Selatan (JLS / Jl. Aat Rusli)'],
    [
      'Jl. Jenderal Sudirman',
      'road Jl. Jend. Sudirman - Jl. SA Tirtayasa - Jl. Raya Cilegon-Serang',
    ],
    ['dmk-2', 'unit DMK-02'],
    ['DMK02', 'unit DMK-02'],
    ['pos damkar citangkl', 'station Pos Damkar Citangkil'],
    ['pasar kranggod', 'landmark Pasar Kranggot'],
    ['stasiun merak', 'landmark Stasiun Merak'],
    ['syamun', "road Jl. Brigjen KH Syam'un - Jl. Raya Anyer (Simpang Tiga - Ciwandan - Anyer)"],
  ])('%s', (query, first) => {
    expect(names(query)[0]).toBe(first);
  });

  it('falls back to places that have some of the words', () => {
    expect(names('jalan ahmad yani')).toContain(
      'road Jl. Raya Merak - Jl. Jend. A. Yani (Merak - Simpang Tiga)',
    );
  });

  it('finds nothing for nothing, and no more than is asked for', () => {
    expect(index.search('', 5)).toEqual([]);
    expect(index.search('!?', 5)).toEqual([]);
    expect(index.search('pt', 5)).toEqual([]);
    expect(index.search('merak', 3)).toHaveLength(3);
  });

  it('answers within 20 ms on the whole', () => {
    const queries = [
      'kel. gerem',
      'jl sudirman',
      'rumah sakit',
      'krakatau',
      'dmk',
      'pelabuhan merak',
    ];
    const times = queries.flatMap((query) =>
      Array.from({ length: 20 }, () => {
        const startMs = performance.now();
        index.search(query, 10);
        return performance.now() - startMs;
      }),
    );
    expect(times.sort((a, b) => a - b)[Math.floor(times.length * 0.5)]).toBeLessThan(20);
  });
});
