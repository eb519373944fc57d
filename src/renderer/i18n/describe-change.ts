import { assertNever } from '@shared/assert';
import type { Assignment } from '@shared/domain/assignment';
import { ASSIGNMENT_MILESTONES } from '@shared/domain/assignment';
import type { Change } from '@shared/protocol/changes';

import { areaWords } from './area-words';
import type { CityNames } from './city-names';
import { shortNumber } from './record-number';
import type { Translate } from './t';

/** What a change is put into words with. The look-ups return undefined for records this screen does not hold. */
export interface ChangeWords {
  t: Translate;
  names: CityNames;
  incidentNumber(id: string): string | undefined;
  complaintNumber(id: string): string | undefined;
}

/** A change of the log in one line, without its time. */
export function describeChange(change: Change, words: ChangeWords): string {
  const { t, names } = words;
  const incident = (id: string): string => shortNumber(words.incidentNumber(id) ?? id);
  switch (change.type) {
    case 'call.recorded':
      return t('change.callRecorded', { type: t(`callType.${change.data.call.type}`) });
    case 'call.linked':
      return t('change.callLinked', { incident: incident(change.data.incidentId) });
    case 'incident.opened': {
      const { categoryCode, area } = change.data.incident;
      return t('change.incidentOpened', {
        category: names.category(categoryCode),
        area: areaWords(area, names, t),
      });
    }
    case 'incident.transitioned': {
      const number = incident(change.data.incidentId);
      const agencies = change.data.agencyCodes.map((code) => names.agency(code)).join(', ');
      if (change.data.to === 'forwarded' && agencies !== '') {
        return t('change.incidentForwarded', { incident: number, agencies });
      }
      const state = lowerFirst(t(`incidentState.${change.data.to}`));
      return t('change.incidentTransitioned', { incident: number, state });
    }
    case 'incident.noteAdded':
      return t('change.noteAdded', { incident: incident(change.data.incidentId) });
    case 'incident.areaChanged':
      return t('change.areaChanged', {
        record: incident(change.data.incidentId),
        area: areaWords(change.data.area, names, t),
      });
    case 'assignment.dispatched':
      return t('change.assignmentDispatched', {
        unit: change.data.assignment.unitId,
        incident: incident(change.data.assignment.incidentId),
      });
    case 'assignment.progressed':
      return t('change.assignmentProgressed', {
        unit: change.data.assignment.unitId,
        step: lowerFirst(t(`assignment.${latestStep(change.data.assignment)}`)),
      });
    case 'assignment.cleared':
      return t('change.assignmentCleared', {
        unit: change.data.assignment.unitId,
        incident: incident(change.data.assignment.incidentId),
      });
    case 'unit.registered':
      return t('change.unitRegistered', { unit: change.data.unit.id });
    case 'unit.retired':
      return t('change.unitRetired', { unit: change.data.unitId });
    case 'unit.statusChanged': {
      const { unitId, isSos, statusCode } = change.data;
      if (isSos) return t('change.unitSos', { unit: unitId });
      return t('change.unitStatus', {
        unit: unitId,
        status: lowerFirst(names.unitStatus(statusCode)),
      });
    }
    case 'complaint.received': {
      const { categoryCode, area } = change.data.complaint;
      return t('change.complaintReceived', {
        category: lowerFirst(names.complaintCategory(categoryCode)),
        area: areaWords(area, names, t),
      });
    }
    case 'complaint.transitioned':
      return t('change.complaintTransitioned', {
        complaint: shortNumber(
          words.complaintNumber(change.data.complaintId) ?? change.data.complaintId,
        ),
        state: t(`complaintState.${change.data.to}`),
      });
    case 'complaint.areaChanged':
      return t('change.areaChanged', {
        record: shortNumber(
          words.complaintNumber(change.data.complaintId) ?? change.data.complaintId,
        ),
        area: areaWords(change.data.area, names, t),
      });
    case 'city.boundariesChanged':
      return change.data.boundaries.kind === 'official'
        ? t('change.boundariesOfficial', { source: change.data.boundaries.source })
        : t('change.boundariesSchematic');
    case 'city.facilitiesChanged':
      return t(change.data.count === 0 ? 'change.facilitiesRemoved' : 'change.facilitiesImported', {
        kind: t(`facilityKind.${change.data.kind}`),
        n: change.data.count,
        source: change.data.source ?? '',
      });
    case 'incident.replaced':
      return t('change.recordReplaced', { record: shortNumber(change.data.incident.number) });
    case 'complaint.replaced':
      return t('change.recordReplaced', { record: shortNumber(change.data.complaint.number) });
    case 'withheld':
      return t('change.withheld');
    case 'history.imported':
      return t('change.historyImported', {
        source: change.data.source,
        calls: change.data.calls,
        incidents: change.data.incidents,
        complaints: change.data.complaints,
      });
    default:
      return assertNever(change);
  }
}

/** The last milestone an assignment has reached. */
function latestStep(assignment: Assignment): (typeof ASSIGNMENT_MILESTONES)[number] {
  return ASSIGNMENT_MILESTONES.findLast((step) => assignment[step] !== null) ?? 'dispatchedAt';
}

// Within a sentence; abbreviations (PJU, OPD) keep their capitals.
function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
