import { horizonOf, type Snapshot } from '@shared/protocol/snapshot';

import { readRetainedAssignments } from './assignments';
import { countCallsByDay } from './calls';
import { readHead } from './change-log';
import { readRetainedComplaints } from './complaints';
import type { Db } from './database';
import { readRetainedIncidents } from './incidents';
import { readPositions } from './unit-positions';
import { readUnits } from './units';

/** The whole client state at the head of the log, all of it as of one moment. */
export async function readSnapshot(db: Db): Promise<Snapshot> {
  return db.transaction(
    async (tx) => {
      const head = await readHead(tx);
      const horizonAt = horizonOf(head.recordedAt);
      return {
        seq: head.seq,
        horizonAt,
        incidents: await readRetainedIncidents(tx, horizonAt),
        assignments: await readRetainedAssignments(tx, horizonAt),
        units: await readUnits(tx),
        complaints: await readRetainedComplaints(tx, horizonAt),
        callTallies: await countCallsByDay(tx, horizonAt),
        positions: await readPositions(tx),
      };
    },
    // Every query of the transaction sees the same commit, so nothing after `seq` can slip in.
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}
