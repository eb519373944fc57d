import { useEffect, useState } from 'react';

import { useLiveClient } from '../hooks/use-live';

/** A window older than this is not opening any more. */
const OPENING_MS = 15_000;
/** A backend that takes longer to answer is not waited for. */
const WAIT_MS = 8_000;

/**
 * Whether it is the map's turn. A window opens on its kept picture while the backend still starts, and without a
 * GPU a map takes the processor from it: so lists come first, and the map once the backend answers. Where it does
 * not in time, the map draws the old picture.
 */
export function useMapTurn(): boolean {
  const { store } = useLiveClient();
  const [isTurn, setIsTurn] = useState(
    () => store.getState().link.kind !== 'stale' || performance.now() > OPENING_MS,
  );
  useEffect(() => {
    if (isTurn) return;
    const start = (): void => setIsTurn(true);
    const timer = setTimeout(start, WAIT_MS);
    const unsubscribe = store.subscribe(({ link }) => {
      if (link.kind !== 'stale') start();
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [isTurn, store]);
  return isTurn;
}
