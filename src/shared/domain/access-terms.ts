/** Who may be behind a request. The order is that of lists a person reads. */
export const ROLES = [
  'admin',
  'supervisor',
  'operator',
  /** An agency's desk, bound to that agency. */
  'opd',
  /** The Walikota's office. */
  'executive',
  /** A wall, bound to a display class of the city pack. */
  'display',
  /** Another system, bound to its source. */
  'integration',
] as const;
export type Role = (typeof ROLES)[number];

/** Roles a person signs in with. */
export const PERSON_ROLES = [
  'admin',
  'supervisor',
  'operator',
  'opd',
  'executive',
] as const satisfies readonly Role[];
export type PersonRole = (typeof PERSON_ROLES)[number];

/** What data are, as far as seeing them is concerned. */
export const FIELD_CLASSES = [
  /** Codes, states, times, kelurahan, unit status: the shared picture. */
  'operational',
  /** A position finer than the kelurahan. */
  'location',
  /** What an incident of a sensitive category is. */
  'sensitive',
  /** Words people wrote about an incident. */
  'note',
  /** A person's name, number or address. */
  'person',
] as const;
export type FieldClass = (typeof FIELD_CLASSES)[number];

export const ACTIONS = [
  'stream.follow',
  'city.read',
  'kpi.read',
  'kpi.export',
  'call.read',
  'call.record',
  'incident.read',
  'incident.open',
  'incident.transition',
  'incident.note',
  'incident.dispatch',
  'incident.setArea',
  'incident.setCaller',
  'incident.reveal',
  'unit.read',
  'unit.reportStatus',
  'unit.track',
  'position.report',
  'complaint.read',
  'complaint.receive',
  'complaint.transition',
  'complaint.setArea',
  'boundaries.change',
  'areas.recheck',
  'facilities.refresh',
  'display.enrol',
  'display.manage',
  'user.manage',
  'apiKey.manage',
  'audit.read',
  'backup.make',
] as const;
export type Action = (typeof ACTIONS)[number];
