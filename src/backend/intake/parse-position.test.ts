import { describe, expect, it } from 'vitest';

import { type PositionRules, parsePositionColumns, parsePositionText } from './parse-position';

const rules: PositionRules = { order: 'lat_lng', decimal: '.', bounds: [94.5, -11.5, 141.5, 6.5] };

describe('parsePositionText', () => {
  it.each([
    ['LatLng(-7.0375, 113.7763)'],
    ['-7.0375,113.7763'],
    ['(-7.0375; 113.7763)'],
    ['  -7.0375   113.7763 '],
  ])('reads %s', (text) => {
    expect(parsePositionText(text, rules)).toEqual({ ok: true, value: [113.7763, -7.0375] });
  });

  it('reads decimal commas where the profile says so', () => {
    expect(parsePositionText('-7,0375, 113,7763', { ...rules, decimal: ',' })).toEqual({
      ok: true,
      value: [113.7763, -7.0375],
    });
  });

  it('reads longitude first where the profile says so', () => {
    expect(parsePositionText('113.7763, -7.0375', { ...rules, order: 'lng_lat' })).toEqual({
      ok: true,
      value: [113.7763, -7.0375],
    });
  });

  it('takes an empty text for no position', () => {
    expect(parsePositionText('  ', rules)).toEqual({ ok: true, value: null });
  });

  it.each([
    ['LatLng(113.7763, -7.0375)', 'swapped'],
    ['0, 0', 'outside'],
    ['depan pasar', 'is no position'],
  ])('refuses %s and says why', (text, reason) => {
    const result = parsePositionText(text, rules);
    expect(result.ok ? '' : result.reason).toContain(reason);
  });
});

describe('parsePositionColumns', () => {
  it('reads two columns, with decimal commas', () => {
    expect(parsePositionColumns('-6,0168', '106,019', { ...rules, decimal: ',' })).toEqual({
      ok: true,
      value: [106.019, -6.0168],
    });
  });

  it('refuses half a position', () => {
    expect(parsePositionColumns('-6.0168', '', rules).ok).toBe(false);
  });
});
