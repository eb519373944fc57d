import { collectDefaultMetrics, Gauge, type Registry } from 'prom-client';

import type { Connections } from '../store/engine';

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
  /** Requests at work, of as many as may be. */
  writes: Load;
  reads: Load;
  /** Of the pool; null: the database is embedded. */
  connections: () => Connections | null;
}

interface Load {
  readonly limit: number;
  taken(): number;
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
  watchRequestsAtWork(registry, state);
  watchConnections(registry, state);
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

function watchRequestsAtWork(registry: Registry, { reads, writes }: WatchedState): void {
  const registers = [registry];
  const labelNames = ['kind'] as const;
  const limits = new Gauge({
    name: 'cc_requests_at_work_limit',
    help: 'Beyond so many at once, writes are answered 429 and reads 503',
    labelNames,
    registers,
  });
  limits.set({ kind: 'write' }, writes.limit);
  limits.set({ kind: 'read' }, reads.limit);
  new Gauge({
    name: 'cc_requests_at_work',
    help: 'Requests being answered, waiting for the store included',
    labelNames,
    registers,
    collect() {
      this.set({ kind: 'write' }, writes.taken());
      this.set({ kind: 'read' }, reads.taken());
    },
  });
}

const STATES = ['open', 'idle', 'waiting'] as const satisfies readonly (keyof Connections)[];

function watchConnections(registry: Registry, { connections }: WatchedState): void {
  if (connections() === null) return;
  new Gauge({
    name: 'cc_db_connections',
    help: 'Connections to the database server by state; waiting: who waits for one',
    labelNames: ['state'] as const,
    registers: [registry],
    collect() {
      const now = connections();
      if (now === null) return;
      for (const state of STATES) this.set({ state }, now[state]);
    },
  });
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
