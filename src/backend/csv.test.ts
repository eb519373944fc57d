import { expect, it } from 'vitest';

import { toCsv } from './csv';

const cellOf = (cell: string | number | null): string => toCsv([[cell]]).slice(1, -2);

it('begins with a byte order mark and ends each line as spreadsheets do', () => {
  expect(
    toCsv([
      ['a', 1],
      ['b', null],
    ]),
  ).toBe('\uFEFFa;1\r\nb;\r\n');
});

it('writes numbers without grouping and with a decimal comma', () => {
  expect([0, 12_345, 0.853, 512.5].map(cellOf)).toEqual(['0', '12345', '0,853', '512,5']);
});

it('quotes what would break the table', () => {
  expect(cellOf('a;b')).toBe('"a;b"');
  expect(cellOf('say "x"')).toBe('"say ""x"""');
  expect(cellOf('two\nlines')).toBe('"two\nlines"');
});

it.each(['=1+1', '+62', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =1'])(
  'keeps a spreadsheet from running %j',
  (text) => {
    expect(cellOf(text).replace(/^"/, '')).toMatch(/^'/);
  },
);
