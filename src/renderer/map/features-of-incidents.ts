import { type Incident, isOpenIncidentState } from '@shared/domain/incident';
import { PRIORITIES, type Priority } from '@shared/domain/priority';
import type { Point } from 'geojson';

import type { MapFeature } from './feature-diff';
import type { IdInterner } from './intern-ids';

export interface IncidentProperties {
  incidentId: string;
  code: string;
  priority: Priority;
  /** The more urgent, the higher: drawn over the others. */
  urgency: number;
}
export type IncidentFeature = MapFeature<IncidentProperties, Point>;

/** An open incident whose position is known. */
export type PlacedIncident = Incident & { lngLat: NonNullable<Incident['lngLat']> };

/** The incidents that belong on the map: open, with a position. */
export function placedOpenIncidents(incidents: Iterable<Incident>): PlacedIncident[] {
  return [...incidents].filter(
    (incident): incident is PlacedIncident =>
      isOpenIncidentState(incident.state) && incident.lngLat !== null,
  );
}

export function incidentFeatures(
  incidents: readonly PlacedIncident[],
  ids: IdInterner,
): IncidentFeature[] {
  return incidents.map((incident) => ({
    type: 'Feature',
    id: ids.idOf(incident.id),
    geometry: { type: 'Point', coordinates: [...incident.lngLat] },
    properties: {
      incidentId: incident.id,
      code: incident.categoryCode,
      priority: incident.priority,
      urgency: PRIORITIES.length - PRIORITIES.indexOf(incident.priority),
    },
  }));
}
