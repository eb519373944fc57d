import { expect, test } from 'vitest';

import { type PaletteName, tokens } from '../theme/tokens';
import { LAYER_ORDER } from './layer-order';
import { tileStyle } from './tile-style';

// The map's own fonts come as a file, which has no address outside of the build.
const FONT = /^Inter Map /;
const palettes = Object.keys(tokens) as PaletteName[];

test.each(palettes)('%s asks for no picture, and for no font but ours', (palette) => {
  for (const { layer } of tileStyle('tiles', tokens[palette])) {
    const layout: object = layer.layout ?? {};
    expect(Object.keys(layout).filter((name) => name.startsWith('icon-'))).toEqual([]);
    if (!('text-font' in layout)) continue;
    for (const font of fontsIn(layout['text-font'])) expect(font).toMatch(FONT);
  }
});

/** A list of fonts, or an expression that leads to one. */
function fontsIn(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  const isList = value.every((part) => typeof part === 'string' && part.includes(' '));
  return isList ? (value as string[]) : value.flatMap(fontsIn);
}

test('puts land under the areas, roads over them, and names under all names of ours', () => {
  const style = tileStyle('tiles', tokens.dark);
  const belowOf = (id: string) => style.find(({ layer }) => layer.id === `tiles:${id}`)?.below;
  expect(belowOf('earth')).toBe('kecamatan-fill');
  expect(belowOf('landuse_park')).toBe('kecamatan-fill');
  expect(belowOf('water')).toBe('kelurahan-line');
  expect(belowOf('roads_major')).toBe('kelurahan-line');
  expect(belowOf('buildings')).toBe('kelurahan-line');
  const firstOfOurs = Math.min(
    ...(['landmark', 'facility', 'unit-label', 'incident'] as const).map((id) =>
      LAYER_ORDER.indexOf(id),
    ),
  );
  for (const { layer, below } of style)
    if (layer.type === 'symbol') expect(LAYER_ORDER.indexOf(below)).toBeLessThan(firstOfOurs);
});

test('leaves out what it has no picture for, and boundaries that are not the city’s', () => {
  const ids = tileStyle('tiles', tokens.light).map(({ layer }) => layer.id);
  expect(ids.filter((id) => /pois|shield|oneway|boundar|casing|background/.test(id))).toEqual([]);
});

test('paints the same layers in other colours for another palette', () => {
  const [night, day] = [tileStyle('tiles', tokens.dark), tileStyle('tiles', tokens['wall-day'])];
  expect(night.map(({ layer }) => layer.id)).toEqual(day.map(({ layer }) => layer.id));
  const earth = (style: typeof night) =>
    style.find(({ layer }) => layer.id === 'tiles:earth')?.layer.paint;
  expect(earth(night)).toMatchObject({ 'fill-color': tokens.dark.map.land });
  expect(earth(day)).toMatchObject({ 'fill-color': tokens['wall-day'].map.land });
});
