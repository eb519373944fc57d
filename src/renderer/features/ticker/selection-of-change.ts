import { assertNever } from '@shared/assert';
import type { Change } from '@shared/protocol/changes';

import type { Selection } from '../../live/selection';

/** What a change is about, to be selected by a click on it; null: nothing that can be selected. */
export function selectionOfChange(
  change: Change,
  kecamatanOfComplaint: (id: string) => string | null,
): Selection {
  switch (change.type) {
    case 'incident.opened':
    case 'incident.replaced':
      return { kind: 'incident', id: change.data.incident.id };
    case 'call.linked':
    case 'incident.transitioned':
    case 'incident.noteAdded':
    case 'incident.areaChanged':
      return { kind: 'incident', id: change.data.incidentId };
    case 'assignment.dispatched':
    case 'assignment.progressed':
    case 'assignment.cleared':
      return { kind: 'incident', id: change.data.assignment.incidentId };
    case 'unit.registered':
      return { kind: 'unit', id: change.data.unit.id };
    case 'unit.statusChanged':
      return { kind: 'unit', id: change.data.unitId };
    case 'complaint.received':
    case 'complaint.replaced': {
      const { area } = change.data.complaint;
      return area.kind === 'in_city' ? { kind: 'kecamatan', code: area.kecamatanCode } : null;
    }
    case 'complaint.transitioned':
    case 'complaint.areaChanged': {
      const code = kecamatanOfComplaint(change.data.complaintId);
      return code === null ? null : { kind: 'kecamatan', code };
    }
    case 'call.recorded':
    case 'unit.retired':
    case 'city.boundariesChanged':
    case 'city.facilitiesChanged':
    case 'history.imported':
    case 'withheld':
      return null;
    default:
      return assertNever(change);
  }
}
