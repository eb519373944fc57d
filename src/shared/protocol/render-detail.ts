import type { Assignment } from '../domain/assignment';
import type { Audience } from '../domain/audience';
import { type DisclosurePolicy, sightOfIncident } from '../domain/disclosure';
import type { Incident } from '../domain/incident';
import { renderCall, renderIncident } from '../domain/render-record';
import type { CallerSummary } from './caller-data';
import type { Change } from './changes';
import type { LoggedChange } from './logged-change';
import { renderChange, withoutId } from './render-change';
import type { IncidentDetail, Note } from './replies';

/** All that belongs to an incident, before it is known who asks. */
export interface IncidentFile {
  incident: Incident;
  assignments: Assignment[];
  notes: Note[];
  timeline: LoggedChange[];
  /** Null where nothing is known, or whoever asks may not have it revealed. */
  caller: CallerSummary | null;
}

/**
 * An incident with what belongs to it, as an audience is told of it; null where it is told of none. Words are
 * for those who handle it.
 */
export function renderDetail(
  audience: Audience,
  file: IncidentFile,
  policy: DisclosurePolicy,
): IncidentDetail | null {
  const incident = renderIncident(audience, file.incident, policy);
  if (incident === null) return null;
  const { assignments, notes, timeline, caller } = file;
  switch (sightOfIncident(audience, file.incident, policy)) {
    case 'whole':
      return {
        incident,
        assignments,
        notes,
        timeline: timeline.map(({ change }) => change),
        caller,
      };
    case 'forwarded':
      return {
        incident,
        assignments,
        notes: notes.map((note) => ({ ...note, actor: withoutId(note.actor) })),
        timeline: timeline.flatMap(({ change }) => toldToHandler(audience, change) ?? []),
        caller: null,
      };
    default:
      return {
        incident,
        assignments,
        notes: [],
        timeline: timeline
          .map((logged) => renderChange(audience, logged, policy))
          .filter(({ type }) => type !== 'withheld'),
        caller: null,
      };
  }
}

/** Of an incident that an agency handles now, it is told all that went before as well. */
function toldToHandler(audience: Audience, change: Change): Change | null {
  const told = { ...change, actor: withoutId(change.actor) };
  switch (told.type) {
    case 'call.recorded':
      return { ...told, data: { call: renderCall(audience, told.data.call) } };
    case 'call.linked':
      return null;
    case 'incident.opened':
      return { ...told, data: { incident: { ...told.data.incident, provenance: null } } };
    default:
      return told;
  }
}
