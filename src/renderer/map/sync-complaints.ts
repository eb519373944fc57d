import type { ComplaintCounts } from '../live/complaint-counts';
import type { LiveClient } from '../live/model';
import { selectOpenComplaintCounts } from '../live/selectors';

/** Tells the open complaints per area now and whenever a figure changes; null: no picture yet. @returns the unsubscribe */
export function syncComplaints(
  client: LiveClient,
  update: (counts: ComplaintCounts | null) => void,
): () => void {
  let current = selectOpenComplaintCounts(client.store.getState());
  update(current);
  return client.store.subscribe((state) => {
    const next = selectOpenComplaintCounts(state);
    if (next === current) return;
    current = next;
    update(next);
  });
}
