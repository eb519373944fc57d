import type { LiveClient } from '../live/model';
import { type PlacedIncident, placedOpenIncidents } from './features-of-incidents';

/** Tells the open, placed incidents now and whenever they change. @returns the unsubscribe */
export function syncIncidents(
  client: LiveClient,
  update: (incidents: readonly PlacedIncident[]) => void,
): () => void {
  const refresh = (): void => {
    const model = client.store.getState().model;
    if (model !== null) update(placedOpenIncidents(model.incidents.values()));
  };
  refresh();
  return client.store.subscribe((state, previous) => {
    if (state.model?.incidents !== previous.model?.incidents) refresh();
  });
}
