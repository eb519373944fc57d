import { describe, expect, it } from 'vitest';

import { contrastRatio } from './contrast-ratio';
import { type ThemeName, tokens } from './tokens';

const THEMES: ThemeName[] = ['dark', 'light'];
const READABLE = 4.5;
/** Shapes and bars that carry meaning beside their words (WCAG 1.4.11). */
const VISIBLE = 3;

describe.each(THEMES)('%s theme', (name) => {
  const theme = tokens[name];
  const surfaces = { background: theme.background, panel: theme.panel, raised: theme.raised };
  const texts = {
    text: theme.text,
    muted: theme.muted,
    accent: theme.accent,
    ...prefixed('elapsed', theme.elapsed),
    ...prefixed('availability', theme.availability),
    ...prefixed('link', theme.link),
  };

  for (const [text, color] of Object.entries(texts)) {
    it.each(Object.entries(surfaces))(`${text} can be read on %s`, (_surface, background) => {
      expect(contrastRatio(color, background)).toBeGreaterThanOrEqual(READABLE);
    });
  }

  it.each(Object.entries(theme.priority))(
    'the letter on a %s badge can be read',
    (_priority, color) => {
      expect(contrastRatio(theme.onPriority, color)).toBeGreaterThanOrEqual(READABLE);
    },
  );

  it.each(Object.entries(theme.priority))(
    'the bar of %s stands out from the panel',
    (_priority, color) => {
      expect(contrastRatio(color, theme.panel)).toBeGreaterThanOrEqual(VISIBLE);
    },
  );

  it('steps of the area ramp grow in one direction', () => {
    const onBackground = theme.areaRamp.map((color) => contrastRatio(color, theme.map.land));
    expect(onBackground).toEqual([...onBackground].sort((a, b) => a - b));
  });
});

function prefixed(prefix: string, colors: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(colors).map(([key, color]) => [`${prefix}.${key}`, color]),
  );
}
