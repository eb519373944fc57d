import { describe, expect, it } from 'vitest';

import { contrastRatio } from './contrast-ratio';
import { type PaletteName, tokens } from './tokens';

/** WCAG 2: AA for a desk; AAA, 7:1, for what is read across a room. */
const READABLE = {
  dark: 4.5,
  light: 4.5,
  'wall-night': 7,
  'wall-day': 7,
} as const satisfies Record<PaletteName, number>;
/** Shapes and bars that carry meaning beside their words (WCAG 1.4.11). */
const VISIBLE = 3;

const PALETTES = Object.keys(READABLE) as PaletteName[];

describe.each(PALETTES)('%s palette', (name) => {
  const palette = tokens[name];
  const readable = READABLE[name];
  const surfaces = {
    background: palette.background,
    panel: palette.panel,
    raised: palette.raised,
    critical: palette.critical,
  };
  const texts = {
    text: palette.text,
    muted: palette.muted,
    accent: palette.accent,
    ...prefixed('elapsed', palette.elapsed),
    ...prefixed('availability', palette.availability),
    ...prefixed('link', palette.link),
  };

  for (const [text, color] of Object.entries(texts)) {
    it.each(Object.entries(surfaces))(`${text} can be read on %s`, (_surface, background) => {
      expect(contrastRatio(color, background)).toBeGreaterThanOrEqual(readable);
    });
  }

  it.each(Object.entries(palette.priority))(
    'the letter on a %s badge can be read',
    (_priority, color) => {
      expect(contrastRatio(palette.onPriority, color)).toBeGreaterThanOrEqual(readable);
    },
  );

  it.each(Object.entries(palette.priority))(
    'the bar of %s stands out from the panel',
    (_priority, color) => {
      expect(contrastRatio(color, palette.panel)).toBeGreaterThanOrEqual(VISIBLE);
    },
  );

  it.each([
    ['text', palette.text],
    ['muted', palette.muted],
  ])('a label of the map in %s can be read on its halo', (_text, color) => {
    expect(contrastRatio(color, palette.map.halo)).toBeGreaterThanOrEqual(readable);
  });

  it('a label of the map stands out from every class of the ramp, even without its halo', () => {
    for (const color of palette.areaRamp) {
      expect(contrastRatio(palette.text, color)).toBeGreaterThanOrEqual(VISIBLE);
    }
  });

  it('steps of the area ramp grow in one direction', () => {
    const onBackground = palette.areaRamp.map((color) => contrastRatio(color, palette.map.land));
    expect(onBackground).toEqual([...onBackground].sort((a, b) => a - b));
  });
});

function prefixed(prefix: string, colors: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(colors).map(([key, color]) => [`${prefix}.${key}`, color]),
  );
}
