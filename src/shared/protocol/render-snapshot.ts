import type { Audience } from '../domain/audience';
import type { DisclosurePolicy } from '../domain/disclosure';
import { renderComplaint, renderIncident } from '../domain/render-record';
import type { Snapshot } from './snapshot';

/**
 * The whole state as an audience is told of it. Positions of units are left out but for the room: they are the
 * other lane's, which knows whose must not be told now.
 */
export function renderSnapshot(
  audience: Audience,
  snapshot: Snapshot,
  policy: DisclosurePolicy,
): Snapshot {
  if (audience.kind === 'room') return snapshot;
  const incidents = snapshot.incidents.flatMap(
    (incident) => renderIncident(audience, incident, policy) ?? [],
  );
  const told = new Set(incidents.map(({ id }) => id));
  return {
    ...snapshot,
    incidents,
    assignments: snapshot.assignments.filter(({ incidentId }) => told.has(incidentId)),
    complaints: snapshot.complaints.map((complaint) =>
      renderComplaint(audience, complaint, policy),
    ),
    positions: [],
  };
}
