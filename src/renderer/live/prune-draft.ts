import { type Instant, wibDay } from '@shared/domain/time';

import type { ModelDraft } from './model-draft';

/** Whether a record is too long over to be in a client's state; the snapshot is cut by the same rule. */
export function isBeyondHorizon(endedAt: Instant | null, horizonAt: Instant): boolean {
  // Instants have one form on the wire, so the order of their texts is the order of time.
  return endedAt !== null && endedAt < horizonAt;
}

/**
 * Drop what a snapshot taken now would not contain: records that ended before the horizon, assignments of
 * incidents that are gone, and tallies of days before the horizon's.
 */
export function pruneDraft(draft: ModelDraft): void {
  const { horizonAt } = draft;
  // Each loop reads the map as it was when the loop began; what is deleted is deleted from the draft.
  for (const { id, endedAt } of draft.incidents.current().values()) {
    if (isBeyondHorizon(endedAt, horizonAt)) draft.incidents.delete(id);
  }
  for (const { id, incidentId } of draft.assignments.current().values()) {
    if (!draft.incidents.has(incidentId)) draft.assignments.delete(id);
  }
  for (const { id, endedAt } of draft.complaints.current().values()) {
    if (isBeyondHorizon(endedAt, horizonAt)) draft.complaints.delete(id);
  }
  const firstDay = wibDay(horizonAt);
  const days = Object.entries(draft.callTallies);
  const kept = days.filter(([day]) => day >= firstDay);
  if (kept.length < days.length) draft.callTallies = Object.fromEntries(kept);
}
