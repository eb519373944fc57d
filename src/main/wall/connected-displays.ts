import { screen } from 'electron';

import type { Display } from './displays';

/** Unplugging one display makes the system tell of several changes within a moment. */
const SETTLE_MS = 250;

/** The displays at hand, in the order the system lists them. */
export function connectedDisplays(): Display[] {
  return screen.getAllDisplays().map(({ id, label, bounds }) => ({ id, label, bounds }));
}

/** Call once displays have come, gone or changed and the system has come to rest. @returns the unsubscribe */
export function onDisplaysChanged(listener: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const settle = (): void => {
    clearTimeout(timer);
    timer = setTimeout(listener, SETTLE_MS);
  };
  screen.on('display-added', settle);
  screen.on('display-removed', settle);
  screen.on('display-metrics-changed', settle);
  return () => {
    clearTimeout(timer);
    screen.off('display-added', settle);
    screen.off('display-removed', settle);
    screen.off('display-metrics-changed', settle);
  };
}
