import { type Incident, incidentStartedAt } from '@shared/domain/incident';
import { PRIORITIES } from '@shared/domain/priority';

/** Open incidents as the queue shows them: by priority, and in each the one that has been running longest first. */
export function openIncidentsInOrder(incidents: Iterable<Incident>): Incident[] {
  const open: { incident: Incident; startedAt: string }[] = [];
  for (const incident of incidents) {
    // One without any time recorded goes last among its equals.
    if (incident.endedAt === null)
      open.push({ incident, startedAt: incidentStartedAt(incident) ?? '~' });
  }
  return open
    .sort((a, b) => {
      const byPriority =
        PRIORITIES.indexOf(a.incident.priority) - PRIORITIES.indexOf(b.incident.priority);
      return (
        byPriority ||
        compareTexts(a.startedAt, b.startedAt) ||
        compareTexts(a.incident.id, b.incident.id)
      );
    })
    .map(({ incident }) => incident);
}

/** By code unit: instants and ids have one form, and the order must not depend on the reader's language. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
