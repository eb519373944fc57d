import type { Call } from '@shared/domain/call';
import {
  type Complaint,
  type ComplaintState,
  isOpenComplaintState,
} from '@shared/domain/complaint';
import type { Incident } from '@shared/domain/incident';
import type { Instant } from '@shared/domain/time';

import { insertCall } from '../../../src/backend/store/calls';
import { insertComplaint, saveComplaintProgress } from '../../../src/backend/store/complaints';
import { insertIncident } from '../../../src/backend/store/incidents';
import type { Store } from '../../../src/backend/store/open-store';
import { schema } from '../../../src/backend/store/schema';
import type { Tx } from '../../../src/backend/store/transact';

export interface ComplaintHistory {
  /** As it came in. */
  received: Complaint;
  /** Imported: only where it ended up is recorded, none of its steps. */
  isImported: boolean;
  steps: readonly { to: ComplaintState; at: Instant }[];
}

export interface History {
  calls: readonly Call[];
  incidents: readonly Incident[];
  complaints: readonly ComplaintHistory[];
}

/** Put a history into the store, as the operations and the bulk path would have over time. */
export async function writeHistory(
  store: Store,
  { calls = [], incidents = [], complaints = [] }: Partial<History>,
): Promise<void> {
  await store.transact({ kind: 'system', id: 'test' }, async (tx) => {
    for (const call of calls) await insertCall(tx.db, call);
    for (const incident of incidents)
      await insertIncident(tx.db, incident, '2000-01-01T00:00:00.000Z');
    for (const complaint of complaints) await writeComplaint(tx, complaint);
  });
}

async function writeComplaint(
  tx: Tx,
  { received, isImported, steps }: ComplaintHistory,
): Promise<void> {
  const records = [received];
  for (const { to, at } of steps) {
    const before = records.at(-1) ?? received;
    const endedAt = isOpenComplaintState(to) ? null : at;
    records.push({ ...before, state: to, endedAt, version: before.version + 1 });
  }
  if (isImported) {
    // The bulk path brings a complaint as it is in the end, without its steps.
    await insertComplaint(tx.db, records.at(-1) ?? received);
    return;
  }
  await insertComplaint(tx.db, received);
  for (const [index, { to, at }] of steps.entries()) {
    const [before = received, after = received] = records.slice(index);
    await saveComplaintProgress(tx.db, after, at);
    const { id: complaintId, agencyCode, firstResponseAt, endedAt, version } = after;
    tx.append({
      type: 'complaint.transitioned',
      data: {
        complaintId,
        from: before.state,
        to,
        at,
        agencyCode,
        firstResponseAt,
        endedAt,
        version,
      },
    });
  }
}

/** Forget it all, so that tests share a store: opening one is most of their time. */
export async function clearHistory({ db }: Store): Promise<void> {
  const { calls, incidents, complaintSteps, complaints, changes } = schema;
  for (const table of [calls, incidents, complaintSteps, complaints, changes]) {
    await db.delete(table);
  }
}
