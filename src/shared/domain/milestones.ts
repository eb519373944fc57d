import type { Instant } from './time';

/** Instants written once, in the order in which they normally occur; null until they do. */
type Milestones<K extends string> = Record<K, Instant | null>;

/** The milestones with one more written; one that is there already keeps its first value. */
export function writeMilestone<K extends string, M extends Milestones<K>>(
  milestones: M,
  name: K,
  at: Instant,
): M {
  return milestones[name] === null ? { ...milestones, [name]: at } : milestones;
}

/**
 * The latest of the milestones that come before `name` in `order`: what a new instant may not precede.
 * @param name null: before the end, so all of them
 */
export function latestMilestoneBefore<K extends string>(
  milestones: Milestones<K>,
  order: readonly K[],
  name: K | null,
): { name: K; at: Instant } | null {
  const end = name === null ? order.length : order.indexOf(name);
  let latest: { name: K; at: Instant } | null = null;
  for (const earlier of order.slice(0, end)) {
    const at = milestones[earlier];
    if (at !== null && (latest === null || at >= latest.at)) latest = { name: earlier, at };
  }
  return latest;
}
