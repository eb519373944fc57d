/** How a figure stands to the one before. */
export type Difference =
  | { kind: 'none'; reason: 'no_previous' | 'tiny' }
  | { kind: 'same' }
  | {
      kind: 'changed';
      direction: 'up' | 'down';
      amount: Amount;
      /** Null where more is neither better nor worse: it is only more. */
      verdict: 'better' | 'worse' | null;
    };

/** By how much, as positive numbers. `percent` 0: it changed by less than one. */
export type Amount =
  | { unit: 'percent'; value: number }
  | { unit: 'count'; value: number }
  | { unit: 'points'; value: number }
  | { unit: 'tenthsOfMinutes'; value: number };

type Better = 'higher' | 'lower' | null;

/** Below this many, a figure is said to stand on little, is not compared and not ranked. */
export const TINY_N = 10;

export function isTiny(n: number): boolean {
  return n < TINY_N;
}

/** Counts compare in percent; from few, in the count itself. */
export function countDifference(now: number, before: number, better: Better): Difference {
  if (now === before) return { kind: 'same' };
  const by = Math.abs(now - before);
  const amount: Amount = isTiny(before)
    ? { unit: 'count', value: by }
    : { unit: 'percent', value: Math.round((by / before) * 100) };
  return changed(now - before, amount, better);
}

interface Measured {
  n: number;
  /** Null where n is 0. */
  value: number | null;
}

/** Shares 0…1 compare in points of the whole percents that are shown. */
export function shareDifference(now: Measured, before: Measured, better: Better): Difference {
  return measuredDifference(now, before, better, 'points', (share) =>
    Math.floor(share * 100 + 1e-9),
  );
}

/** Times in ms compare in the tenths of minutes that are shown; less is better. */
export function timeDifference(now: Measured, before: Measured): Difference {
  return measuredDifference(now, before, 'lower', 'tenthsOfMinutes', (ms) =>
    Math.round(ms / 6_000),
  );
}

/** Rounds both sides first: whoever subtracts the figures on screen gets the same. */
function measuredDifference(
  now: Measured,
  before: Measured,
  better: Better,
  unit: 'points' | 'tenthsOfMinutes',
  shown: (value: number) => number,
): Difference {
  if (now.value === null || before.value === null) return { kind: 'none', reason: 'no_previous' };
  if (isTiny(now.n) || isTiny(before.n)) return { kind: 'none', reason: 'tiny' };
  const by = shown(now.value) - shown(before.value);
  if (by === 0) return { kind: 'same' };
  return changed(by, { unit, value: Math.abs(by) }, better);
}

function changed(by: number, amount: Amount, better: Better): Difference {
  const direction = by > 0 ? 'up' : 'down';
  if (better === null) return { kind: 'changed', direction, amount, verdict: null };
  const isBetter = (direction === 'up') === (better === 'higher');
  return { kind: 'changed', direction, amount, verdict: isBetter ? 'better' : 'worse' };
}
