import type { RecordKind } from '@shared/protocol/areas';
import type { ChangeDraft } from '@shared/protocol/changes';
import type { ChangeArea } from '@shared/protocol/commands';
import type { WriteReply } from '@shared/protocol/replies';

import { notFound } from '../errors';
import { lockComplaint, saveComplaintArea } from '../store/complaints';
import type { Db } from '../store/database';
import { lockIncident, saveIncidentArea } from '../store/incidents';
import { knownArea } from './check-area';
import { checkVersion } from './check-version';
import type { Deps } from './deps';
import { type Caller, runWrite } from './run-write';

/**
 * Set right the area stored on a record and append `incident.areaChanged` or `complaint.areaChanged`; its
 * position stays. The area it has already is a replay.
 * @throws AppError not_found | version_conflict | validation_failed
 */
export async function changeArea(
  deps: Deps,
  kind: RecordKind,
  id: string,
  command: ChangeArea,
  caller: Caller,
): Promise<WriteReply> {
  const area = knownArea(deps.city, command.area);
  const record = RECORDS[kind];
  return runWrite(deps, caller, async (tx) => {
    const before = await record.lock(tx.db, id);
    if (before === null) throw notFound(kind, id);
    checkVersion(command.expectedVersion, before.version);
    if (JSON.stringify(before.area) === JSON.stringify(area)) return { id, replayed: true };
    const version = before.version + 1;
    await record.save(tx.db, { id, area, version });
    tx.append(record.change({ id, area, version }));
    return { id, replayed: false };
  });
}

interface Placed {
  id: string;
  area: ChangeArea['area'];
  version: number;
}

const RECORDS = {
  incident: {
    lock: lockIncident,
    save: saveIncidentArea,
    change: ({ id, ...after }) => ({
      type: 'incident.areaChanged',
      data: { incidentId: id, ...after },
    }),
  },
  complaint: {
    lock: async (db, id) => (await lockComplaint(db, id))?.complaint ?? null,
    save: saveComplaintArea,
    change: ({ id, ...after }) => ({
      type: 'complaint.areaChanged',
      data: { complaintId: id, ...after },
    }),
  },
} as const satisfies Record<
  RecordKind,
  {
    /** Held against others until the transaction ends. */
    lock: (db: Db, id: string) => Promise<Placed | null>;
    save: (db: Db, after: Placed) => Promise<void>;
    change: (after: Placed) => ChangeDraft;
  }
>;
