const SECOND_MS = 1_000;
const MAX_SECONDS = 3_600;

/** Whole seconds as typed → ms within what a setting may be; null: nothing, or not a number yet. */
export function secondsToMs(typed: string | number): number | null {
  const seconds = typeof typed === 'number' ? typed : Number.parseInt(typed, 10);
  if (!Number.isFinite(seconds) || seconds < 1) return null;
  return Math.min(MAX_SECONDS, Math.round(seconds)) * SECOND_MS;
}
