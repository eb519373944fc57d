import { collectDefaultMetrics, Gauge, type Registry } from 'prom-client';

/** What is read anew whenever somebody asks for the metrics. */
export interface WatchedState {
  version: string;
  profile: string;
  /** Seq of the last change published here. */
  headSeq: () => number;
  isLogReadable: () => boolean;
  sockets: () => readonly { audience: string; bufferedBytes: number }[];
  /** Units whose latest position is not saved yet. */
  unsavedPositions: () => number;
}

/** Gauges of the backend's state, and those of the process: CPU, memory, handles, event-loop lag, garbage. */
export function watchState(registry: Registry, state: WatchedState): void {
  collectDefaultMetrics({ register: registry });
  gauge(
    registry,
    'cc_log_head_seq',
    'Seq of the last change published by this node',
    state.headSeq,
  );
  gauge(registry, 'cc_log_readable', '1 while the change log can be read, else 0', () =>
    Number(state.isLogReadable()),
  );
  gauge(registry, 'cc_socket_buffered_bytes_max', 'Most that waits for one socket to be read', () =>
    Math.max(0, ...state.sockets().map(({ bufferedBytes }) => bufferedBytes)),
  );
  gauge(
    registry,
    'cc_positions_unsaved',
    'Units whose latest position is not saved yet',
    state.unsavedPositions,
  );
  new Gauge({
    name: 'cc_sockets',
    help: 'Connected sockets by audience',
    labelNames: ['audience'] as const,
    registers: [registry],
    collect() {
      // An audience whose last socket has left is not told any more.
      this.reset();
      for (const { audience } of state.sockets()) this.inc({ audience });
    },
  });
  new Gauge({
    name: 'cc_node_info',
    help: 'Always 1; what this node runs',
    labelNames: ['version', 'profile'] as const,
    registers: [registry],
  }).set({ version: state.version, profile: state.profile }, 1);
}

function gauge(registry: Registry, name: string, help: string, read: () => number): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(read());
    },
  });
}
