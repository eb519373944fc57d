import { type KeyboardEvent, useState } from 'react';

export interface PointCursor {
  /** The point that is read out; null: none, the whole is. */
  index: number | null;
  point: (index: number | null) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * The point a reader looks at, by pointer or by keyboard: arrows step, Home and End go to the ends, Escape lets go.
 * @param onOpen Enter or space on the chart
 */
export function usePointCursor(count: number, onOpen?: () => void): PointCursor {
  const [wanted, setWanted] = useState<number | null>(null);
  // A shorter period may come in while a point is being read.
  const index = wanted === null || count === 0 ? null : Math.min(wanted, count - 1);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ' ') {
      if (onOpen === undefined) return;
      event.preventDefault();
      onOpen();
      return;
    }
    const next = stepOf(event.key, index, count);
    if (next === undefined) return;
    event.preventDefault();
    setWanted(next);
  };
  return { index, point: setWanted, onKeyDown };
}

/** @returns undefined for a key that is not ours */
function stepOf(key: string, index: number | null, count: number): number | null | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(count - 1, (index ?? -1) + 1);
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, (index ?? count) - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'Escape':
      return index === null ? undefined : null;
    default:
      return undefined;
  }
}
