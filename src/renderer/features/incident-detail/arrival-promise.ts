import type { Incident } from '@shared/domain/incident';

/** Fire: report received → on scene within 15 minutes (SPM, Permendagri 114/2018); measured for every category. */
export const PROMISE_MS = 15 * 60_000;

export type ArrivalPromise =
  | { kind: 'kept'; tookMs: number }
  | { kind: 'breached'; tookMs: number }
  | { kind: 'running'; remainingMs: number }
  | { kind: 'overdue'; overdueMs: number }
  /** Not to be told: a time is missing, or the two contradict each other. */
  | { kind: 'unknown'; missing: 'call' | 'arrival' };

/** How the 15-minute promise stands, from the milestones alone. */
export function arrivalPromise(incident: Pick<Incident, 'milestones' | 'endedAt'>, nowMs: number): ArrivalPromise {
  const { callReceivedAt, onSceneAt } = incident.milestones;
  if (callReceivedAt === null) return { kind: 'unknown', missing: 'call' };
  const startMs = Date.parse(callReceivedAt);
  if (onSceneAt !== null) {
    const tookMs = Date.parse(onSceneAt) - startMs;
    if (tookMs < 0) return { kind: 'unknown', missing: 'arrival' };
    return tookMs <= PROMISE_MS ? { kind: 'kept', tookMs } : { kind: 'breached', tookMs };
  }
  const isOver = incident.endedAt !== null || hasPassedScene(incident);
  if (isOver) return { kind: 'unknown', missing: 'arrival' };
  const remainingMs = PROMISE_MS - (nowMs - startMs);
  return remainingMs >= 0 ? { kind: 'running', remainingMs } : { kind: 'overdue', overdueMs: -remainingMs };
}

/** Work was done on scene, though nobody recorded the arrival. */
function hasPassedScene({ milestones }: Pick<Incident, 'milestones'>): boolean {
  return milestones.underControlAt !== null || milestones.resolvedAt !== null;
}
