import { assertNever } from '@shared/assert';
import type { ChangeDraft } from '@shared/protocol/changes';

/** The records a change is about, as columns of the log. */
export interface ChangeSubjects {
  incidentId: string | null;
  unitId: string | null;
  complaintId: string | null;
}

const none: ChangeSubjects = { incidentId: null, unitId: null, complaintId: null };

export function subjectsOf(change: ChangeDraft): ChangeSubjects {
  switch (change.type) {
    case 'call.recorded':
      return { ...none, incidentId: change.data.call.incidentId };
    case 'call.linked':
    case 'incident.transitioned':
    case 'incident.noteAdded':
    case 'incident.areaChanged':
      return { ...none, incidentId: change.data.incidentId };
    case 'incident.opened':
      return { ...none, incidentId: change.data.incident.id };
    case 'assignment.dispatched':
    case 'assignment.progressed':
    case 'assignment.cleared':
      return {
        ...none,
        incidentId: change.data.assignment.incidentId,
        unitId: change.data.assignment.unitId,
      };
    case 'unit.registered':
      return { ...none, unitId: change.data.unit.id };
    case 'unit.retired':
      return { ...none, unitId: change.data.unitId };
    case 'unit.statusChanged':
      return { ...none, incidentId: change.data.incidentId, unitId: change.data.unitId };
    case 'complaint.received':
      return { ...none, complaintId: change.data.complaint.id };
    case 'complaint.transitioned':
    case 'complaint.areaChanged':
      return { ...none, complaintId: change.data.complaintId };
    case 'city.boundariesChanged':
    case 'city.facilitiesChanged':
    case 'history.imported':
      return none;
    default:
      return assertNever(change);
  }
}
