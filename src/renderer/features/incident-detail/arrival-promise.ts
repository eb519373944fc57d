import { invariant } from '@shared/assert';
import type { Incident } from '@shared/domain/incident';
import { INTERVAL_DEFINITIONS } from '@shared/domain/response-intervals';

export type ArrivalPromise =
  | { kind: 'kept'; tookMs: number }
  | { kind: 'breached'; tookMs: number }
  | { kind: 'running'; remainingMs: number }
  | { kind: 'overdue'; overdueMs: number }
  /** Not to be told: a time is missing, or the two contradict each other. */
  | { kind: 'unknown'; missing: 'call' | 'arrival' };

/** How the 15-minute promise stands, from the milestones alone. */
export function arrivalPromise(
  incident: Pick<Incident, 'milestones' | 'endedAt'>,
  nowMs: number,
): ArrivalPromise {
  const promiseMs = INTERVAL_DEFINITIONS.callToOnScene.thresholdMs;
  invariant(promiseMs !== null, 'the time from call to scene is promised');
  const { callReceivedAt, onSceneAt } = incident.milestones;
  if (callReceivedAt === null) return { kind: 'unknown', missing: 'call' };
  const startMs = Date.parse(callReceivedAt);
  if (onSceneAt !== null) {
    const tookMs = Date.parse(onSceneAt) - startMs;
    if (tookMs < 0) return { kind: 'unknown', missing: 'arrival' };
    return tookMs <= promiseMs ? { kind: 'kept', tookMs } : { kind: 'breached', tookMs };
  }
  const isOver = incident.endedAt !== null || hasPassedScene(incident);
  if (isOver) return { kind: 'unknown', missing: 'arrival' };
  const remainingMs = promiseMs - (nowMs - startMs);
  return remainingMs >= 0
    ? { kind: 'running', remainingMs }
    : { kind: 'overdue', overdueMs: -remainingMs };
}

/** Work was done on scene, though nobody recorded the arrival. */
function hasPassedScene({ milestones }: Pick<Incident, 'milestones'>): boolean {
  return milestones.underControlAt !== null || milestones.resolvedAt !== null;
}
