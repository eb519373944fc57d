/** Classes of a choropleth: `limits[k]` is the lowest value of class k; `max` closes the last one. */
export interface ClassBreaks {
  limits: number[];
  max: number;
}

/**
 * Natural breaks (Fisher's exact optimum: least variance within classes), with limits rounded down
 * to what a reader can keep in mind as long as no value changes its class.
 * @param values any order; fewer distinct values than classes give fewer classes
 * @param step the figure's own precision, e.g. 1 for counts, 0.1 for rates
 * @returns null without values
 */
export function classBreaks(
  values: readonly number[],
  classes: number,
  step: number,
): ClassBreaks | null {
  const sorted = [...values].sort((a, b) => a - b);
  const min = sorted[0];
  const max = sorted.at(-1);
  if (min === undefined || max === undefined) return null;
  const distinct = new Set(sorted).size;
  const starts = optimalStarts(sorted, Math.min(classes, distinct));
  const limits = starts.map((start, index) => {
    const value = sorted[start] ?? min;
    const below = index === 0 ? Number.NEGATIVE_INFINITY : (sorted[start - 1] ?? min);
    return roundDownAbove(value, below, step);
  });
  return { limits, max };
}

/** The class of a value: 0…n-1. */
export function classOf(breaks: ClassBreaks, value: number): number {
  let found = 0;
  breaks.limits.forEach((limit, index) => {
    if (value >= limit) found = index;
  });
  return found;
}

/** Index of the first value of each class, in the partition of least summed squared deviation. */
function optimalStarts(sorted: readonly number[], classes: number): number[] {
  const n = sorted.length;
  const cost = (from: number, to: number): number => {
    const part = sorted.slice(from, to);
    const mean = part.reduce((sum, value) => sum + value, 0) / part.length;
    return part.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  };
  let best: { cost: number; starts: number[] }[] = Array.from({ length: n }, (_, index) => ({
    cost: cost(0, index + 1),
    starts: [0],
  }));
  for (let k = 1; k < classes; k += 1) {
    best = best.map((_, end) => {
      let choice = { cost: Number.POSITIVE_INFINITY, starts: [0] };
      for (let start = k; start <= end; start += 1) {
        // Equal values belong together: a break between them could not be written down.
        if (sorted[start] === sorted[start - 1]) continue;
        const left = best[start - 1];
        if (left === undefined) continue;
        const total = left.cost + cost(start, end + 1);
        if (total < choice.cost) choice = { cost: total, starts: [...left.starts, start] };
      }
      return choice;
    });
  }
  return best[n - 1]?.starts ?? [0];
}

/** The roundest number in `(below, value]`: multiples of 100, 50, 10, 5, … of the step are tried in turn. */
function roundDownAbove(value: number, below: number, step: number): number {
  if (value === 0) return 0;
  for (const factor of [100, 50, 10, 5, 1]) {
    const unit = factor * step;
    const rounded = Math.floor(value / unit + 1e-9) * unit;
    // Not further than a fifth from the value: a limit should still say where the class begins.
    if (rounded > below && rounded >= value * 0.8) return Number(rounded.toFixed(6));
  }
  return value;
}
