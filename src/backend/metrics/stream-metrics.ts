import type { Instant } from '@shared/domain/time';
import { Counter, Histogram, type Registry } from 'prom-client';

import type { StreamWatch } from '../stream/stream-watch';

export interface StreamMetrics extends StreamWatch {
  /** A batch was given to the sockets at this time; each change's lag runs from its record to it. */
  published(changes: readonly { recordedAt: Instant }[], nowMs: number): void;
}

const LAG_SECONDS = [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 60];

/** @param registry to which they are added */
export function createStreamMetrics(registry: Registry): StreamMetrics {
  const registers = [registry];
  const lag = new Histogram({
    name: 'cc_publish_lag_seconds',
    help: 'From the recording of a change, by the clock of the node that wrote it, to its emission here',
    buckets: LAG_SECONDS,
    registers,
  });
  const resumes = new Counter({
    name: 'cc_resumes_total',
    help: 'Answers to sockets, by what they were given and whether they had just connected',
    labelNames: ['answer', 'cause'] as const,
    registers,
  });
  const cuts = new Counter({
    name: 'cc_socket_cuts_total',
    help: 'Connections that the server ended so that the client connects anew',
    labelNames: ['reason'] as const,
    registers,
  });
  const refusals = new Counter({
    name: 'cc_socket_refusals_total',
    help: 'Handshakes refused, by the code that the client was told',
    labelNames: ['code'] as const,
    registers,
  });
  return {
    published(changes, nowMs) {
      // A writer's clock that is ahead of this one's makes no negative lag.
      for (const { recordedAt } of changes)
        lag.observe(Math.max(0, nowMs - Date.parse(recordedAt)) / 1_000);
    },
    resumed: (answer, cause) => resumes.inc({ answer, cause }),
    cut: (reason) => cuts.inc({ reason }),
    refused: (code) => refusals.inc({ code }),
  };
}
