import { HEARTBEAT_INTERVAL_MS, type Heartbeat } from '@shared/protocol/stream';

import type { Clock } from '../clock';
import type { Publisher } from './publisher';

interface Deps {
  publisher: Pick<Publisher, 'seq' | 'isCurrent'>;
  clock: Clock;
  send: (heartbeat: Heartbeat) => void;
}

/**
 * Tell every second how far the log has come. Silent while the log cannot be read: a screen then shows its
 * picture as stale, which it is.
 * @returns the stop
 */
export function startHeartbeat({ publisher, clock, send }: Deps): () => void {
  const timer = setInterval(() => {
    if (publisher.isCurrent()) send({ serverTime: clock.now(), headSeq: publisher.seq() });
  }, HEARTBEAT_INTERVAL_MS);
  return () => {
    clearInterval(timer);
  };
}
