import { incidentStartedAt } from '@shared/domain/incident';
import type { Instant } from '@shared/domain/time';
import type { Change } from '@shared/protocol/changes';

/** When a change was said to have happened; where it says nothing of that, when it was recorded. */
export function happenedAt(change: Change): Instant {
  switch (change.type) {
    case 'incident.opened':
      return incidentStartedAt(change.data.incident) ?? change.recordedAt;
    case 'incident.transitioned':
      return change.data.at;
    case 'assignment.dispatched':
      return change.data.assignment.dispatchedAt;
    case 'assignment.cleared':
      return change.data.assignment.clearedAt ?? change.recordedAt;
    case 'unit.statusChanged':
      return change.data.statusSince;
    case 'call.recorded':
      return change.data.call.receivedAt;
    default:
      return change.recordedAt;
  }
}

/** By when they happened, the last first; of one moment, as they were recorded. */
export function latestFirst(changes: readonly Change[]): Change[] {
  return changes
    .map((change) => ({ change, ms: Date.parse(happenedAt(change)) }))
    .sort((a, b) => b.ms - a.ms || b.change.seq - a.change.seq)
    .map(({ change }) => change);
}

/** A report that took longer to come in is shown with both of its times. */
const NOTICEABLE_MS = 60_000;

/** When it was recorded, where that is noticeably another time than when it happened; else null. */
export function recordedLateAt(change: Change): Instant | null {
  const lateMs = Date.parse(change.recordedAt) - Date.parse(happenedAt(change));
  return Math.abs(lateMs) >= NOTICEABLE_MS ? change.recordedAt : null;
}
