import type { RevealedCaller } from '@shared/protocol/caller-data';
import { useCallback, useEffect, useState } from 'react';

/** Long enough to dial a number, short enough that the next one at the desk does not find it. */
export const REVEALED_SECONDS = 60;

interface Shown {
  incidentId: string;
  caller: RevealedCaller;
  secondsLeft: number;
}

/** A caller that was revealed, for a minute and for as long as their incident is on screen. */
export function useRevealedCaller(incidentId: string): {
  revealed: RevealedCaller | null;
  secondsLeft: number;
  show: (caller: RevealedCaller) => void;
  hide: () => void;
} {
  const [shown, setShown] = useState<Shown | null>(null);
  const isShown = shown !== null && shown.incidentId === incidentId;
  // What was revealed of another incident is forgotten, not only hidden.
  if (shown !== null && !isShown) setShown(null);

  useEffect(() => {
    if (!isShown) return;
    const timer = setInterval(() => setShown(oneSecondLess), 1_000);
    return () => clearInterval(timer);
  }, [isShown]);

  return {
    revealed: isShown ? shown.caller : null,
    secondsLeft: isShown ? shown.secondsLeft : 0,
    show: useCallback(
      (caller) => setShown({ incidentId, caller, secondsLeft: REVEALED_SECONDS }),
      [incidentId],
    ),
    hide: useCallback(() => setShown(null), []),
  };
}

const oneSecondLess = (shown: Shown | null): Shown | null =>
  shown === null || shown.secondsLeft <= 1
    ? null
    : { ...shown, secondsLeft: shown.secondsLeft - 1 };
