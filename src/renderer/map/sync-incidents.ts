import type { Incident } from '@shared/domain/incident';

import type { LiveClient } from '../live/model';
import { type PlacedIncident, placedOpenIncidents } from './features-of-incidents';

/**
 * Tells the open, placed incidents now and whenever they change.
 * @param redact what may be shown of each
 * @returns the unsubscribe
 */
export function syncIncidents(
  client: LiveClient,
  redact: (incident: Incident) => Incident | null,
  update: (incidents: readonly PlacedIncident[]) => void,
): () => void {
  const refresh = (): void => {
    const model = client.store.getState().model;
    if (model === null) return;
    update(
      placedOpenIncidents(
        [...model.incidents.values()].flatMap((incident) => redact(incident) ?? []),
      ),
    );
  };
  refresh();
  return client.store.subscribe((state, previous) => {
    if (state.model?.incidents !== previous.model?.incidents) refresh();
  });
}
