import type { Complaint } from '@shared/domain/complaint';
import type { Incident } from '@shared/domain/incident';
import type { RecordKind } from '@shared/protocol/areas';
import type { ChangeDraft } from '@shared/protocol/changes';
import type { ChangeArea } from '@shared/protocol/commands';
import type { WriteReply } from '@shared/protocol/replies';

import { notFound } from '../errors';
import { lockComplaint, saveComplaintArea } from '../store/complaints';
import type { Db } from '../store/database';
import { lockIncident, saveIncidentArea } from '../store/incidents';
import { knownArea } from './check-area';
import { requireOwnSource } from './check-binding';
import { checkVersion } from './check-version';
import type { Deps } from './deps';
import { type Caller, runWrite } from './run-write';

/**
 * Set right the area stored on a record and append `incident.areaChanged` or `complaint.areaChanged`; its
 * position stays. The area it has already is a replay.
 * @throws AppError not_found | forbidden | version_conflict | validation_failed
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
  return runWrite(
    deps,
    caller,
    { action: `${kind}.setArea`, details: { area: area.kind } },
    async (tx) => {
      const before = await record.lock(tx.db, id);
      if (before === null) throw notFound(kind, id);
      requireOwnSource(caller, before);
      checkVersion(command.expectedVersion, before.version);
      if (JSON.stringify(before.area) === JSON.stringify(area)) return { id, replayed: true };
      const after = { ...before, area, version: before.version + 1 };
      await record.save(tx.db, after);
      // Those who may know the area only are shown it elsewhere from now on.
      tx.append(record.change(after), after);
      return { id, replayed: false };
    },
  );
}

type Placed = Pick<Incident | Complaint, 'id' | 'area' | 'version'>;

const RECORDS = {
  incident: {
    lock: lockIncident,
    save: saveIncidentArea,
    change: ({ id, area, version }) => ({
      type: 'incident.areaChanged',
      data: { incidentId: id, area, version },
    }),
  },
  complaint: {
    lock: async (db, id) => (await lockComplaint(db, id))?.complaint ?? null,
    save: saveComplaintArea,
    change: ({ id, area, version }) => ({
      type: 'complaint.areaChanged',
      data: { complaintId: id, area, version },
    }),
  },
} as const satisfies Record<
  RecordKind,
  {
    /** Held against others until the transaction ends. */
    lock: (db: Db, id: string) => Promise<Incident | Complaint | null>;
    save: (db: Db, after: Placed) => Promise<void>;
    change: (after: Placed) => ChangeDraft;
  }
>;
