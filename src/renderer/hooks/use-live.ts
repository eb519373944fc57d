import { createContext, useContext, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';

import type { LiveClient, LiveStoreState } from '../live/model';
import { systemScheduler } from '../live/scheduler';
import { createTickerClock, type TickerClock } from '../live/ticker-clock';

/** The one client of this window, whatever address its backend has; the application provides it. */
export const LiveContext = createContext<LiveClient | null>(null);

/** @throws Error outside of a `LiveContext` */
export function useLiveClient(): LiveClient {
  const client = useContext(LiveContext);
  if (client === null) throw new Error('useLiveClient needs a LiveContext above it.');
  return client;
}

/**
 * A part of the live state. The component renders again only when that part is another object or value, so
 * select narrowly, and through `live/selectors.ts` where something is computed.
 */
export function useLive<T>(selector: (state: LiveStoreState) => T): T {
  return useStore(useLiveClient().store, selector);
}

const SECOND_MS = 1_000;

/**
 * The server's clock in whole intervals, Unix ms: the component renders when an interval begins. All who use
 * it share one timer and change at the same moment.
 * @param intervalMs whole seconds; 1,000 for a clock, 60,000 for ages in minutes
 */
export function useNow(intervalMs = SECOND_MS): number {
  const clock = tickerClockOf(useLiveClient());
  return useSyncExternalStore(
    clock.subscribe,
    () => Math.floor(clock.secondMs() / intervalMs) * intervalMs,
  );
}

/** One per client, and gone with it. */
const tickerClocks = new WeakMap<LiveClient, TickerClock>();

function tickerClockOf(client: LiveClient): TickerClock {
  const known = tickerClocks.get(client);
  if (known !== undefined) return known;
  const clock = createTickerClock(() => client.serverNowMs(), systemScheduler);
  tickerClocks.set(client, clock);
  return clock;
}
