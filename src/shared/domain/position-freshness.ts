/** langsung · basi · hilang · belum pernah. How old a position is, and nothing about the unit's status. */
export const POSITION_FRESHNESS = ['live', 'stale', 'lost', 'never'] as const;
export type PositionFreshness = (typeof POSITION_FRESHNESS)[number];

/** A tracker that stands still reports every half minute or so: twice that is late. */
export const POSITION_STALE_AFTER_MS = 60_000;
/** After ten minutes a moving unit may be anywhere in the city. */
export const POSITION_LOST_AFTER_MS = 600_000;

/**
 * Freshness by the time the position was *observed*, not received: a report that was queued for an hour is old.
 * @param observedAtMs Unix ms; undefined: no position is known
 * @param nowMs the server's clock, Unix ms
 */
export function positionFreshness(
  observedAtMs: number | undefined,
  nowMs: number,
): PositionFreshness {
  if (observedAtMs === undefined) return 'never';
  const ageMs = nowMs - observedAtMs;
  if (ageMs < POSITION_STALE_AFTER_MS) return 'live';
  return ageMs < POSITION_LOST_AFTER_MS ? 'stale' : 'lost';
}
