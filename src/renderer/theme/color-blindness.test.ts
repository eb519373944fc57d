import {
  type Color,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
} from 'culori';
import { describe, expect, it } from 'vitest';

import { type PaletteName, tokens } from './tokens';

/**
 * Whole protanopia, deuteranopia and tritanopia as simulated by Machado, Oliveira and Fernandes,
 * "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009.
 */
const EYES: Readonly<Record<string, (color: Color) => Color>> = {
  'full colour vision': (color) => color,
  protanopia: filterDeficiencyProt(1),
  deuteranopia: filterDeficiencyDeuter(1),
  tritanopia: filterDeficiencyTrit(1),
};
const difference = differenceCiede2000();
/** CIEDE2000. 2.3 is just noticeable side by side; this can be told apart at a distance from one another. */
const APART = 6;
/** Classes of one ramp touch on the map and stand in order in its legend. */
const RAMP_STEP = 3.5;

const PALETTES = Object.keys(tokens) as PaletteName[];

/**
 * Pairs that some eyes cannot tell by colour. Each has a second sign wherever it is shown: a priority its
 * letter on a badge and its rings on the map, a class of availability its shape (disc, diamond, square,
 * hollow disc). Elapsed tones are not listed at all: they colour the very figure they follow from.
 */
const TOLD_BY_A_SECOND_SIGN: Record<PaletteName, readonly string[]> = {
  dark: ['conditional/committed'],
  light: ['P2/P3', 'conditional/committed'],
  'wall-night': [],
  'wall-day': ['P2/P3'],
};

describe.each(PALETTES)('%s palette', (name) => {
  const { priority, availability, areaRamp } = tokens[name];
  const pairs = [...neighbours(priority), ...everyPair(availability)];

  it.each(pairs)('%s differ to every eye, or by a second sign', (pair, a, b) => {
    const least = leastDifference(a, b);
    if (TOLD_BY_A_SECOND_SIGN[name].includes(pair)) expect(least).toBeLessThan(APART);
    else expect(least).toBeGreaterThanOrEqual(APART);
  });

  it.each(neighbours(areaRamp))('classes %s of the ramp differ to every eye', (_pair, a, b) => {
    expect(leastDifference(a, b)).toBeGreaterThanOrEqual(RAMP_STEP);
  });
});

/** Of all eyes, the one that sees the two colours least apart. */
function leastDifference(a: string, b: string): number {
  const [colorA, colorB] = [parse(a), parse(b)];
  if (colorA === undefined || colorB === undefined) throw new Error(`no colours: ${a}, ${b}`);
  const differences = Object.values(EYES).map((see) => difference(see(colorA), see(colorB)));
  return Math.min(...differences);
}

type Pair = [name: string, a: string, b: string];

function neighbours(colors: Readonly<Record<string, string>> | readonly string[]): Pair[] {
  const entries = Object.entries(colors);
  return entries.slice(1).map(([key, color], index) => {
    const [previousKey, previous] = entries[index] ?? ['', ''];
    return [`${previousKey}/${key}`, previous, color];
  });
}

function everyPair(colors: Readonly<Record<string, string>>): Pair[] {
  const entries = Object.entries(colors);
  return entries.flatMap(([keyA, a], index) =>
    entries.slice(index + 1).map(([keyB, b]): Pair => [`${keyA}/${keyB}`, a, b]),
  );
}
