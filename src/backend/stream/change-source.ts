import type { LoggedChange } from '@shared/protocol/logged-change';
import type { Snapshot } from '@shared/protocol/snapshot';

/** Where a log stands: its identity and the seq of its last committed change (0: empty). */
export interface LogHead {
  streamId: string;
  seq: number;
}

/** What the stream needs of the store. Every read is of committed data only, and of all of it: for the room. */
export interface ChangeSource {
  readHead(): Promise<LogHead>;
  /** At most `limit` changes after `seq`, in seq order. */
  readChangesAfter(seq: number, limit: number): Promise<LoggedChange[]>;
  /** The whole state at one seq; its positions are filled in elsewhere. */
  readSnapshot(): Promise<Snapshot>;
  /** Called after each commit of this process, possibly often. @returns the unsubscribe */
  onCommit(listener: () => void): () => void;
}
