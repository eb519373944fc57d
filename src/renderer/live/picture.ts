import type { Change } from '@shared/protocol/changes';
import type { Hello, ResumePoint } from '@shared/protocol/stream';

import type { LiveModel } from './model';

/** Whether the picture follows the log, or waits for something it asked for. Times are monotonic ms. */
export type Sync =
  | { kind: 'synced' }
  | { kind: 'awaiting'; want: 'changes'; askedAtMs: number }
  /** `minSeq`: an older snapshot would not mend what is broken. */
  | { kind: 'awaiting'; want: 'snapshot'; minSeq: number; askedAtMs: number };

/** What a client holds of the durable lane. Replaced, never edited. */
export interface Picture {
  /** The latest hello of the log that `model` is a state of; null together with it. */
  hello: Hello | null;
  model: LiveModel | null;
  /** The hello of this connection: of another log while its first snapshot is still to come. */
  greeting: Hello | null;
  ticker: readonly Change[];
  sync: Sync;
  /** The highest seq the server has spoken of in this log. */
  headSeq: number;
  /** Head of the last heartbeat: what must have arrived by the next one. */
  heartbeatSeq: number;
}

export function emptyPicture(): Picture {
  return {
    hello: null,
    model: null,
    greeting: null,
    ticker: [],
    sync: { kind: 'awaiting', want: 'snapshot', minSeq: 0, askedAtMs: 0 },
    headSeq: 0,
    heartbeatSeq: 0,
  };
}

/** Where the picture stands, for the handshake and for asking again; null asks for a snapshot. */
export function resumePointOf({ hello, model, sync }: Picture): ResumePoint | null {
  if (hello === null || model === null) return null;
  if (sync.kind === 'awaiting' && sync.want === 'snapshot') return null;
  return { streamId: hello.streamId, lastSeq: model.seq };
}
