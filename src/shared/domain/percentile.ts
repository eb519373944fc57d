import { invariant } from '../assert';

/**
 * The value below which a share of the values lies, by linear interpolation between neighbours: the same
 * number as PostgreSQL's `percentile_cont`.
 * @param fraction in [0, 1]; 0.9 for P90
 * @returns null where there are no values
 */
export function percentile(values: readonly number[], fraction: number): number | null {
  invariant(fraction >= 0 && fraction <= 1, 'a fraction between 0 and 1');
  const sorted = values.toSorted((a, b) => a - b);
  const rank = fraction * (sorted.length - 1);
  const below = sorted[Math.floor(rank)];
  const above = sorted[Math.ceil(rank)];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (rank - Math.floor(rank));
}
