import { describe, expect, it } from 'vitest';

import { monthOf, parseDate } from './parse-date';

const WIB = 7 * 60;

describe('parseDate', () => {
  it.each([
    ['20 Agustus 2021 07:15', 'DD MMMM YYYY HH:mm', '2021-08-20T00:15:00.000Z'],
    ['1 Agt 2021 00:05', 'DD MMMM YYYY HH:mm', '2021-07-31T17:05:00.000Z'],
    ['05 Ags. 2021 12:00', 'DD MMMM YYYY HH:mm', '2021-08-05T05:00:00.000Z'],
    ['20  AGUSTUS 2021 07:15 WIB', 'DD MMMM YYYY HH:mm', '2021-08-20T00:15:00.000Z'],
    ['20 Agustus 2021 07:15 WITA', 'DD MMMM YYYY HH:mm', '2021-08-19T23:15:00.000Z'],
    ['31/12/2022 23:59', 'DD/MM/YYYY HH:mm[:ss]', '2022-12-31T16:59:00.000Z'],
    ['31/12/2022 23:59:58', 'DD/MM/YYYY HH:mm[:ss]', '2022-12-31T16:59:58.000Z'],
    ['02-Mei-2022 07.30', 'DD-MMMM-YYYY HH.mm', '2022-05-02T00:30:00.000Z'],
    ['2022-05-02T07:30', 'iso', '2022-05-02T00:30:00.000Z'],
    ['2022-05-02 07:30:10', 'iso', '2022-05-02T00:30:10.000Z'],
    ['2022-05-02T00:30:10.500Z', 'iso', '2022-05-02T00:30:10.000Z'],
    ['2022-05-02T09:30:00+09:00', 'iso', '2022-05-02T00:30:00.000Z'],
    ['29 Februari 2024 10:00', 'DD MMMM YYYY HH:mm', '2024-02-29T03:00:00.000Z'],
  ])('reads %s as %s', (text, format, expected) => {
    expect(parseDate(text, [format], WIB)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['31 Februari 2022 10:00', 'is no date of the calendar'],
    ['29 Februari 2023 10:00', 'is no date of the calendar'],
    ['12 Augustus 2022 10:00', 'is no month'],
    ['12 Mei 2022 25:00', 'is no date of the calendar'],
    ['besok pagi', 'is not written like DD MMMM YYYY HH:mm'],
    ['12 Mei 2022', 'is not written like'],
  ])('refuses %s', (text, reason) => {
    const result = parseDate(text, ['DD MMMM YYYY HH:mm'], WIB);
    expect(result).toMatchObject({ ok: false });
    expect(result.ok ? '' : result.reason).toContain(reason);
  });

  it('takes the first format that fits', () => {
    expect(parseDate('2021-08-20 07:15', ['DD MMMM YYYY HH:mm', 'YYYY-MM-DD HH:mm'], WIB)).toEqual({
      ok: true,
      value: '2021-08-20T00:15:00.000Z',
    });
  });
});

it.each(
  [
    'Januari',
    'Februari',
    'Maret',
    'April',
    'Mei',
    'Juni',
    'Juli',
    'Agustus',
    'September',
    'Oktober',
    'November',
    'Desember',
  ].map((name, i) => [name, i + 1] as const),
)('knows %s whole and by its first letters', (name, month) => {
  expect(monthOf(name)).toBe(month);
  expect(monthOf(name.slice(0, 3).toUpperCase())).toBe(month);
});
