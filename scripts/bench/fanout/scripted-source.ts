import type { LoggedChange } from '@shared/protocol/logged-change';
import { horizonOf } from '@shared/protocol/snapshot';

import type { ChangeSource } from '../../../src/backend/stream/change-source';
import { dispatchBatch } from './payload';

export interface ScriptedSource extends ChangeSource {
  /** Commit the changes of one dispatch. */
  commitDispatch(): void;
}

const STREAM_ID = 'bench';
/** Nobody here resumes from further back. */
const KEPT_CHANGES = 3_000;

/** A log in memory with an empty city, so that what is measured is the stream alone. */
export function createScriptedSource(): ScriptedSource {
  const listeners = new Set<() => void>();
  let log: LoggedChange[] = [];
  let seq = 0;
  return {
    readHead: async () => ({ streamId: STREAM_ID, seq }),
    readChangesAfter: async (afterSeq, limit) => {
      const start = log.findIndex(({ change }) => change.seq > afterSeq);
      return start < 0 ? [] : log.slice(start, start + limit);
    },
    readSnapshot: async () => ({
      seq,
      horizonAt: horizonOf(new Date().toISOString()),
      incidents: [],
      assignments: [],
      units: [],
      complaints: [],
      callTallies: {},
      positions: [],
    }),
    onCommit(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    commitDispatch() {
      const batch = dispatchBatch(seq + 1, new Date().toISOString());
      seq += batch.length;
      for (const change of batch) log.push({ change, record: null, incident: null });
      if (log.length > 2 * KEPT_CHANGES) log = log.slice(-KEPT_CHANGES);
      for (const listener of listeners) listener();
    },
  };
}
