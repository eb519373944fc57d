import { type Incident, incidentStartedAt } from '@shared/domain/incident';
import { HOUR_MS } from '@shared/domain/time';

export type QueueFilter = 'all' | 'urgent' | 'recent';

const RECENT_MS = 6 * HOUR_MS;

/** Whether an open incident passes the filter; `recent` is what began within the last six hours. */
export function passesFilter(incident: Incident, filter: QueueFilter, nowMs: number): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'urgent':
      return incident.priority === 'P1' || incident.priority === 'P2';
    case 'recent': {
      const startedAt = incidentStartedAt(incident);
      return startedAt !== null && Date.parse(startedAt) >= nowMs - RECENT_MS;
    }
  }
}
