import { type Incident, incidentStartedAt, isOpenIncidentState } from '@shared/domain/incident';
import { HOUR_MS } from '@shared/domain/time';

export type QueueFilter = 'all' | 'urgent' | 'recent';

const RECENT_MS = 6 * HOUR_MS;

/** Ids of the open incidents, the gravest first; within a priority the newest first, unknown starts last. */
export function orderQueue(incidents: Iterable<Incident>): string[] {
  return [...incidents]
    .filter((incident) => isOpenIncidentState(incident.state))
    .map((incident) => ({ incident, startMs: startMsOf(incident) }))
    .sort(
      (a, b) =>
        a.incident.priority.localeCompare(b.incident.priority) ||
        b.startMs - a.startMs ||
        b.incident.number.localeCompare(a.incident.number),
    )
    .map(({ incident }) => incident.id);
}

/** Whether an open incident passes the filter; `recent` is what began within the last six hours. */
export function passesFilter(incident: Incident, filter: QueueFilter, nowMs: number): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'urgent':
      return incident.priority === 'P1' || incident.priority === 'P2';
    case 'recent':
      return startMsOf(incident) >= nowMs - RECENT_MS;
  }
}

/** Ids of the incidents that ended last, newest first. */
export function lastEnded(incidents: Iterable<Incident>, count: number): string[] {
  return [...incidents]
    .filter((incident): incident is Incident & { endedAt: string } => incident.endedAt !== null)
    .sort((a, b) => b.endedAt.localeCompare(a.endedAt))
    .slice(0, count)
    .map((incident) => incident.id);
}

function startMsOf(incident: Incident): number {
  const startedAt = incidentStartedAt(incident);
  return startedAt === null ? 0 : Date.parse(startedAt);
}
