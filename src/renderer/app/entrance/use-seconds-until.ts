import { useNow } from '../../hooks/use-live';

const SECOND_MS = 1_000;

/** Whole seconds until then, counting down; 0: it is past, or there is nothing to wait for. */
export function useSecondsUntil(untilMs: number | null): number {
  const nowMs = useNow();
  if (untilMs === null) return 0;
  return Math.max(0, Math.ceil((untilMs - nowMs) / SECOND_MS));
}
