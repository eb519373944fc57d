import type { ResumePoint } from '@shared/protocol/stream';

import type { LogHead } from './change-source';

export type ResumeChoice =
  | { kind: 'snapshot' }
  | {
      kind: 'changes';
      afterSeq: number;
      /** How many there were when the head was read. */
      missing: number;
    };

/**
 * How a client at `point` gets the log's present state. Changes only within the same log, never from the
 * future (its database was replaced by an older copy), and not so many that a snapshot is cheaper.
 */
export function chooseResume(
  point: ResumePoint | null,
  head: LogHead,
  maxChanges: number,
): ResumeChoice {
  if (point?.streamId !== head.streamId) return { kind: 'snapshot' };
  const missing = head.seq - point.lastSeq;
  if (missing < 0 || missing > maxChanges) return { kind: 'snapshot' };
  return { kind: 'changes', afterSeq: point.lastSeq, missing };
}
