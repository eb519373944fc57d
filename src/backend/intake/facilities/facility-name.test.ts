import { expect, test } from 'vitest';

import { nameFieldsOf, nameOf } from './facility-name';

test('orders the columns that may hold a name by how likely they do', () => {
  expect(
    nameFieldsOf(['OBJECTID', 'KETERANGAN', 'Nama_Sekolah', 'NAMOBJ', 'KODE', 'TOPONIM']),
  ).toEqual(['TOPONIM', 'NAMOBJ', 'Nama_Sekolah', 'KETERANGAN']);
});

test.each(['-', ' -- ', '', '0', 'NULL', '<Null>', 'n/a', 'Tidak ada', null, undefined, {}])(
  'goes on to the next column where the first has %j',
  (value) => {
    expect(nameOf({ NAMA: value, KET: 'Pos Uji' }, ['NAMA', 'KET'])).toEqual({
      name: 'Pos Uji',
      field: 'KET',
    });
  },
);

test('finds none where no column has one', () => {
  expect(nameOf({ NAMA: '-' }, ['NAMA', 'KET'])).toBeNull();
});

test.each([
  ['PUSKESMAS PULO CONTOH', 'Puskesmas Pulo Contoh'],
  ['SDN 1 CONTOH', 'SDN 1 Contoh'],
  ['RSUD KOTA UJI', 'RSUD Kota Uji'],
  ['PT CONTOH BAJA', 'PT Contoh Baja'],
  ['HIDRAN H12 JL. UJI', 'Hidran H12 JL. Uji'],
  ['  RS   Contoh ', 'RS Contoh'],
  ['PKS', 'PKS'],
  [42, '42'],
])('writes %j as %j', (raw, name) => {
  expect(nameOf({ NAMA: raw }, ['NAMA'])?.name).toBe(name);
});
