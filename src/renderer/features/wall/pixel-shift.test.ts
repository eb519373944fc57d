import { expect, it } from 'vitest';

import { pixelShift, SHIFT_REM } from './pixel-shift';

const minutes = Array.from({ length: 29 * 37 }, (_, minute) => pixelShift(minute * 60_000));

it('stays within its bound', () => {
  for (const { xRem, yRem } of minutes) {
    expect(Math.abs(xRem)).toBeLessThanOrEqual(SHIFT_REM);
    expect(Math.abs(yRem)).toBeLessThanOrEqual(SHIFT_REM);
  }
});

it('moves by steps nobody sees', () => {
  minutes.slice(1).forEach((place, index) => {
    const before = minutes[index] ?? place;
    expect(Math.abs(place.xRem - before.xRem)).toBeLessThan(SHIFT_REM / 4);
    expect(Math.abs(place.yRem - before.yRem)).toBeLessThan(SHIFT_REM / 4);
  });
});

it('rests within a minute', () => {
  expect(pixelShift(59_999)).toEqual(pixelShift(0));
});
