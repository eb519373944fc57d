import { assertNever } from '../assert';
import type { Audience } from '../domain/audience';
import type { Complaint } from '../domain/complaint';
import { type DisclosurePolicy, sightOfIncident } from '../domain/disclosure';
import type { Incident } from '../domain/incident';
import {
  renderCall,
  renderComplaint,
  renderIncident,
  seesPlaceOfComplaint,
} from '../domain/render-record';
import type { Actor, Change, ChangeOf, ChangeType } from './changes';
import type { LoggedChange } from './logged-change';

/**
 * A change as an audience is told of it. Invariant: for every audience, the rendered snapshot at N and the
 * rendered changes after it give the rendered snapshot at M. So what a change alters about what may be told
 * arrives as the whole record (`….replaced`), and what may not be told as `withheld`, with its seq.
 */
export function renderChange(
  audience: Audience,
  logged: LoggedChange,
  policy: DisclosurePolicy,
): Change {
  if (audience.kind === 'room') return logged.change;
  const { seq, recordedAt, actor } = logged.change;
  const told = renderFacts(audience, logged, policy);
  if (told === null)
    return {
      type: 'withheld',
      data: {},
      seq,
      recordedAt,
      actor: { kind: 'system', id: 'system' },
    };
  return { ...told, seq, recordedAt, actor: withoutId(actor) };
}

/** As what somebody acted, not who. */
export const withoutId = ({ kind }: Actor): Actor => ({ kind, id: kind });

/** What a change says, its place in the log and who made it left aside. */
type Told = { [T in ChangeType]: Pick<ChangeOf<T>, 'type' | 'data'> }[ChangeType];

/** @returns null where the audience is told nothing */
function renderFacts(
  audience: Audience,
  { change, record, incident: facts }: LoggedChange,
  policy: DisclosurePolicy,
): Told | null {
  // An incident that is not known to be tellable is not told of.
  const isHidden = facts === null || sightOfIncident(audience, facts, policy) === 'hidden';
  switch (change.type) {
    case 'call.recorded':
      return { type: change.type, data: { call: renderCall(audience, change.data.call) } };
    case 'call.linked':
      return null;
    case 'incident.opened': {
      const incident = renderIncident(audience, change.data.incident, policy);
      return incident && { type: change.type, data: { incident } };
    }
    case 'incident.transitioned': {
      if (isHidden) return null;
      // Forwarded to another agency: to that one it is disclosed by it.
      if (audience.kind === 'opd' && isIncident(record))
        return replacedIncident(audience, record, policy);
      const { agencyCodes } = change.data;
      const sight = sightOfIncident(audience, { ...facts, agencyCodes }, policy);
      return sight === 'dimmed'
        ? { type: change.type, data: { ...change.data, agencyCodes: [] } }
        : change;
    }
    case 'incident.areaChanged': {
      if (!isIncident(record)) return null;
      return sightOfIncident(audience, record, policy) === 'forwarded'
        ? change
        : replacedIncident(audience, record, policy);
    }
    case 'incident.noteAdded':
    case 'assignment.dispatched':
    case 'assignment.progressed':
    case 'assignment.cleared':
      return isHidden ? null : change;
    case 'unit.statusChanged':
      return isHidden ? { type: change.type, data: { ...change.data, incidentId: null } } : change;
    case 'complaint.received': {
      const complaint = renderComplaint(audience, change.data.complaint, policy);
      return { type: change.type, data: { complaint } };
    }
    case 'complaint.transitioned':
      // Passed on to another agency: of the two, one is now told the place and the other no longer.
      return audience.kind === 'opd' && isComplaint(record)
        ? replacedComplaint(audience, record, policy)
        : change;
    case 'complaint.areaChanged': {
      if (!isComplaint(record)) return null;
      return seesPlaceOfComplaint(audience, record)
        ? change
        : replacedComplaint(audience, record, policy);
    }
    case 'unit.registered':
    case 'unit.retired':
    case 'city.boundariesChanged':
    case 'city.facilitiesChanged':
    case 'history.imported':
      return change;
    default:
      return assertNever(change);
  }
}

function replacedIncident(
  audience: Audience,
  record: Incident,
  policy: DisclosurePolicy,
): Told | null {
  const incident = renderIncident(audience, record, policy);
  return incident && { type: 'incident.replaced', data: { incident } };
}

function replacedComplaint(audience: Audience, record: Complaint, policy: DisclosurePolicy): Told {
  const complaint = renderComplaint(audience, record, policy);
  return { type: 'complaint.replaced', data: { complaint } };
}

type LoggedRecord = LoggedChange['record'];
const isIncident = (record: LoggedRecord): record is Incident =>
  record !== null && 'agencyCodes' in record;
const isComplaint = (record: LoggedRecord): record is Complaint =>
  record !== null && 'agencyCode' in record;
