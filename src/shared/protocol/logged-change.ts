import type { Complaint } from '../domain/complaint';
import type { IncidentFacts } from '../domain/disclosure';
import type { Incident } from '../domain/incident';
import type { StoredChange } from './changes';

/**
 * A change as the server reads it from its log, with what it takes to decide whom to tell how much of it. It
 * never leaves the server: `renderChange` makes what each audience is sent.
 */
export interface LoggedChange {
  change: StoredChange;
  /**
   * The incident or complaint after the change, kept with it where it alters to whom it may be told (another
   * agency) or what (another area); else null.
   */
  record: Incident | Complaint | null;
  /** Of the incident it is about, as it is now; null where it is about none. */
  incident: (IncidentFacts & Pick<Incident, 'lngLat'>) | null;
}
