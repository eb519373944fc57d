import { distanceMeters } from '@shared/domain/lng-lat';
import type { PositionTuple } from '@shared/protocol/positions';

/** A unit that drives is kept at each of these; a corner is rarely cut by more than half of it. */
const STEP_METERS = 25;
/** A unit that stands is kept this often: enough to know that it was there and its tracker alive. */
const STANDING_MS = 600_000;

/** Those of the positions that say something new of where their unit was. */
export type HistoryThinning = (positions: readonly PositionTuple[]) => PositionTuple[];

/** Decides what is kept for the history, against what was kept of each unit before. Holds one position per unit. */
export function createHistoryThinning(): HistoryThinning {
  const kept = new Map<string, PositionTuple>();
  return (positions) =>
    positions.filter((position) => {
      const before = kept.get(position[0]);
      if (before !== undefined && !saysSomethingNew(position, before)) return false;
      kept.set(position[0], position);
      return true;
    });
}

function saysSomethingNew(
  [, lng, lat, , , observedAtMs]: PositionTuple,
  [, lngBefore, latBefore, , , beforeMs]: PositionTuple,
): boolean {
  if (observedAtMs - beforeMs >= STANDING_MS) return true;
  return distanceMeters([lng, lat], [lngBefore, latBefore]) >= STEP_METERS;
}
