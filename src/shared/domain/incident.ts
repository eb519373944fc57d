import { z } from 'zod';

import { areaSchema } from './area';
import { provenanceSchema } from './call';
import { lngLatSchema } from './lng-lat';
import { prioritySchema } from './priority';
import { instantSchema } from './time';

/** Proposal: union of the city SOP and of established CAD systems. The table of steps is `incident-lifecycle.ts`. */
export const INCIDENT_STATES = [
  'received',
  'verified',
  'forwarded',
  'acknowledged',
  'dispatched',
  'en_route',
  'on_scene',
  'under_control',
  'resolved',
  'closed',
  'false_report',
  'duplicate',
  'cancelled',
  'transferred',
] as const;
export const incidentStateSchema = z.enum(INCIDENT_STATES);
export type IncidentState = z.infer<typeof incidentStateSchema>;

/** States in which an incident is over; nothing leaves them. */
export const TERMINAL_INCIDENT_STATES = [
  'closed',
  'false_report',
  'duplicate',
  'cancelled',
  'transferred',
] as const satisfies readonly IncidentState[];

export function isOpenIncidentState(state: IncidentState): boolean {
  return !(TERMINAL_INCIDENT_STATES as readonly IncidentState[]).includes(state);
}

/** In the order in which they normally occur. Each is written once; a step that did not occur stays null. */
export const INCIDENT_MILESTONES = [
  'callReceivedAt',
  'callAnsweredAt',
  'verifiedAt',
  'forwardedAt',
  'acknowledgedAt',
  'dispatchedAt',
  'enRouteAt',
  'onSceneAt',
  'underControlAt',
  'resolvedAt',
  'closedAt',
] as const;
export type IncidentMilestone = (typeof INCIDENT_MILESTONES)[number];

const nullableInstant = instantSchema.nullable();
export const incidentMilestonesSchema = z.object({
  callReceivedAt: nullableInstant,
  callAnsweredAt: nullableInstant,
  verifiedAt: nullableInstant,
  forwardedAt: nullableInstant,
  acknowledgedAt: nullableInstant,
  dispatchedAt: nullableInstant,
  enRouteAt: nullableInstant,
  onSceneAt: nullableInstant,
  underControlAt: nullableInstant,
  resolvedAt: nullableInstant,
  closedAt: nullableInstant,
});
export type IncidentMilestones = z.infer<typeof incidentMilestonesSchema>;

export const incidentSchema = z.object({
  id: z.string(),
  /** For people: `112-20261124-0042`, counted per WIB day. */
  number: z.string(),
  categoryCode: z.string(),
  subcategoryCode: z.string().nullable(),
  priority: prioritySchema,
  state: incidentStateSchema,
  area: areaSchema,
  /** Null: position unknown. */
  lngLat: lngLatSchema.nullable(),
  /** Agencies it was forwarded to, in that order. */
  agencyCodes: z.array(z.string()),
  milestones: incidentMilestonesSchema,
  /** When it entered a terminal state, whichever it is. Null while open. */
  endedAt: instantSchema.nullable(),
  noteCount: z.number().int().nonnegative(),
  provenance: provenanceSchema.nullable(),
  /** Raised by one with each change of the incident; commands may name the one they saw. */
  version: z.number().int().positive(),
});
export type Incident = z.infer<typeof incidentSchema>;

/** The start of an incident's clock: the call if known, else the first thing recorded of it. */
export function incidentStartedAt(incident: Pick<Incident, 'milestones'>): string | null {
  for (const milestone of INCIDENT_MILESTONES) {
    const at = incident.milestones[milestone];
    if (at !== null) return at;
  }
  return null;
}
