import { assertNever } from '@shared/assert';
import type { Area } from '@shared/domain/area';
import type { Assignment } from '@shared/domain/assignment';
import type { Call } from '@shared/domain/call';
import { wibDay } from '@shared/domain/time';
import type { Change, ChangeOf } from '@shared/protocol/changes';
import type { CallTally } from '@shared/protocol/snapshot';

import type { ModelDraft } from './model-draft';
import { isBeyondHorizon } from './prune-draft';
import type { ShardedMapEdit } from './sharded-map';

/**
 * What became of a change. `prune`: it left a record that is already beyond the horizon.
 * `unknown_record`: it speaks of a record that belongs in the picture and is not there (a complaint
 * reopened long after it was dropped), which only a snapshot can bring back.
 */
export type ChangeOutcome = 'done' | 'prune' | 'unknown_record';

const NO_CALLS: CallTally = { normal: 0, informasi: 0, prank: 0, ghost: 0, terputus: 0 };

/** Write one change's facts into the draft. Order and seq are the caller's business. */
export function applyChange(
  draft: ModelDraft,
  change: Exclude<Change, ChangeOf<'history.imported'>>,
): ChangeOutcome {
  switch (change.type) {
    case 'call.recorded':
      return countCall(draft, change.data.call);
    case 'call.linked':
      // Calls are only counted here, and a link does not change the count.
      return 'done';
    case 'incident.opened':
    case 'incident.replaced':
      draft.incidents.set(change.data.incident.id, change.data.incident);
      return isBeyondHorizon(change.data.incident.endedAt, draft.horizonAt) ? 'prune' : 'done';
    case 'incident.transitioned':
      return transitionIncident(draft, change.data);
    case 'incident.noteAdded':
      return countNote(draft, change.data);
    case 'incident.areaChanged':
      return changeArea(draft.incidents, change.data.incidentId, change.data);
    case 'assignment.dispatched':
    case 'assignment.progressed':
    case 'assignment.cleared':
      return setAssignment(draft, change.data.assignment);
    case 'unit.registered':
      draft.units.set(change.data.unit.id, change.data.unit);
      return 'done';
    case 'unit.retired':
      draft.units.delete(change.data.unitId);
      return 'done';
    case 'unit.statusChanged':
      return setUnitStatus(draft, change.data);
    case 'complaint.received':
    case 'complaint.replaced':
      draft.complaints.set(change.data.complaint.id, change.data.complaint);
      return isBeyondHorizon(change.data.complaint.endedAt, draft.horizonAt) ? 'prune' : 'done';
    case 'complaint.transitioned':
      return transitionComplaint(draft, change.data);
    case 'complaint.areaChanged':
      return changeArea(draft.complaints, change.data.complaintId, change.data);
    case 'withheld':
      return 'done';
    case 'city.boundariesChanged':
    case 'city.facilitiesChanged':
      // What is only drawn is no part of the picture; its loaders fetch it.
      return 'done';
    default:
      return assertNever(change);
  }
}

function countCall(draft: ModelDraft, call: Call): ChangeOutcome {
  const day = wibDay(call.receivedAt);
  if (day < wibDay(draft.horizonAt)) return 'done';
  const tally = draft.callTallies[day] ?? NO_CALLS;
  draft.callTallies = {
    ...draft.callTallies,
    [day]: { ...tally, [call.type]: tally[call.type] + 1 },
  };
  return 'done';
}

function transitionIncident(
  draft: ModelDraft,
  data: ChangeOf<'incident.transitioned'>['data'],
): ChangeOutcome {
  const { incidentId, to, milestones, agencyCodes, endedAt, version } = data;
  const incident = draft.incidents.get(incidentId);
  const isOver = isBeyondHorizon(endedAt, draft.horizonAt);
  if (incident === undefined) return isOver ? 'done' : 'unknown_record';
  draft.incidents.set(incidentId, {
    ...incident,
    state: to,
    milestones,
    agencyCodes,
    endedAt,
    version,
  });
  return isOver ? 'prune' : 'done';
}

function countNote(draft: ModelDraft, data: ChangeOf<'incident.noteAdded'>['data']): ChangeOutcome {
  const incident = draft.incidents.get(data.incidentId);
  // A note may be added long after the incident ended and was dropped here.
  if (incident === undefined) return 'done';
  draft.incidents.set(incident.id, {
    ...incident,
    noteCount: data.noteCount,
    version: data.version,
  });
  return 'done';
}

function setAssignment(draft: ModelDraft, assignment: Assignment): ChangeOutcome {
  // An assignment is kept with its incident only; one that is gone takes its assignments along.
  if (draft.incidents.has(assignment.incidentId)) draft.assignments.set(assignment.id, assignment);
  return 'done';
}

function setUnitStatus(
  draft: ModelDraft,
  data: ChangeOf<'unit.statusChanged'>['data'],
): ChangeOutcome {
  const unit = draft.units.get(data.unitId);
  if (unit === undefined) return 'unknown_record';
  const { statusCode, statusMeaning, statusSince, isSos, version } = data;
  draft.units.set(unit.id, { ...unit, statusCode, statusMeaning, statusSince, isSos, version });
  return 'done';
}

function transitionComplaint(
  draft: ModelDraft,
  data: ChangeOf<'complaint.transitioned'>['data'],
): ChangeOutcome {
  const { complaintId, to, agencyCode, firstResponseAt, endedAt, version } = data;
  const complaint = draft.complaints.get(complaintId);
  const isOver = isBeyondHorizon(endedAt, draft.horizonAt);
  if (complaint === undefined) return isOver ? 'done' : 'unknown_record';
  draft.complaints.set(complaintId, {
    ...complaint,
    state: to,
    agencyCode,
    firstResponseAt,
    endedAt,
    version,
  });
  return isOver ? 'prune' : 'done';
}

/** A record that is not here ended long ago: its area concerns no picture of today. */
function changeArea<R extends { area: Area; version: number }>(
  records: Pick<ShardedMapEdit<R>, 'get' | 'set'>,
  id: string,
  { area, version }: Pick<R, 'area' | 'version'>,
): ChangeOutcome {
  const record = records.get(id);
  if (record !== undefined) records.set(id, { ...record, area, version });
  return 'done';
}
