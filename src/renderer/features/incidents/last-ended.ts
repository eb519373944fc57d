import type { Incident } from '@shared/domain/incident';

/** Ids of the incidents that ended last, newest first. */
export function lastEnded(incidents: Iterable<Incident>, count: number): string[] {
  return [...incidents]
    .flatMap(({ id, endedAt }) => (endedAt === null ? [] : [{ id, endedAt }]))
    .sort((a, b) => (a.endedAt < b.endedAt ? 1 : -1))
    .slice(0, count)
    .map(({ id }) => id);
}
