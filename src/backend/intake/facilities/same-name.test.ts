import { expect, test } from 'vitest';

import { isSameName } from './same-name';

test.each([
  ['RSUD Uji Coba', 'Rumah Sakit Umum Daerah Uji Coba'],
  ['PKM Contoh', 'Puskesmas Contoh'],
  ['Puskesmas Pulo Contoh', 'PUSKESMAS PULOCONTOH'],
  ['Puskesmas Contoh', 'Puskesmas Contoh Kota'],
  ['SDN 01 Contoh', 'SD Negeri 1 Contoh'],
  ['Hidran No. 12', 'hidran 012'],
  ['Polsek Cotoh', 'Polsek Contoh'],
])('%s and %s are one', (a, b) => {
  expect(isSameName(a, b)).toBe(true);
  expect(isSameName(b, a)).toBe(true);
});

test.each([
  ['Hidran 12', 'Hidran 13'],
  ['SDN 1 Contoh', 'SDN 2 Contoh'],
  ['SDN Contoh', 'SMPN Contoh'],
  ['SD Merdeka', 'SMP Merdeka'],
  ['Puskesmas Utara', 'Puskesmas Selatan'],
  ['Polsek Contoh', 'Kantor Pos Contoh'],
])('%s and %s are two', (a, b) => {
  expect(isSameName(a, b)).toBe(false);
  expect(isSameName(b, a)).toBe(false);
});
