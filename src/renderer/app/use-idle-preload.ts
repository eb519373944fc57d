import { useEffect } from 'react';

import { useLive } from '../hooks/use-live';

/** A window that has just become live draws its map first. */
const SETTLE_MS = 4_000;
/** A busy window may never be idle; until then it had more important things to do. */
const IDLE_LIMIT_MS = 10_000;

/**
 * Fetch what somebody may want next, once the picture is live and the window has nothing to do.
 * @param load must keep its identity; null: there is nothing
 */
export function useIdlePreload(load: (() => Promise<unknown>) | null): void {
  const isLive = useLive((state) => state.link.kind === 'live');
  useEffect(() => {
    if (!isLive || load === null) return;
    let idle = 0;
    const timer = setTimeout(() => {
      // Where it fails, whoever goes there tries again and is told.
      idle = requestIdleCallback(() => void load().catch(() => undefined), {
        timeout: IDLE_LIMIT_MS,
      });
    }, SETTLE_MS);
    return () => {
      clearTimeout(timer);
      cancelIdleCallback(idle);
    };
  }, [isLive, load]);
}
