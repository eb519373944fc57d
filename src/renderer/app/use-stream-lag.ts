import { useCallback, useRef, useSyncExternalStore } from 'react';

import { useLiveClient } from '../hooks/use-live';

/**
 * How long the last change took from the server's record of it to this screen, ms; null before the
 * first one that arrived while looking on.
 */
export function useStreamLag(): number | null {
  const client = useLiveClient();
  const lagMs = useRef<number | null>(null);
  const subscribe = useCallback(
    (onChange: () => void) =>
      client.store.subscribe((state, former) => {
        const newest = state.ticker[0];
        if (newest === undefined || newest === former.ticker[0]) return;
        // What was missed is old by the time it comes; that says nothing of the line.
        if (former.link.kind !== 'live') return;
        lagMs.current = Math.max(0, client.serverNowMs() - Date.parse(newest.recordedAt));
        onChange();
      }),
    [client],
  );
  return useSyncExternalStore(subscribe, () => lagMs.current);
}
