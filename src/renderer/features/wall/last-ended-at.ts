import type { Incident } from '@shared/domain/incident';

/** When the last of the ended incidents ended, Unix ms; null: none has. */
export function lastEndedAtMs(incidents: Iterable<Pick<Incident, 'endedAt'>>): number | null {
  let latest: number | null = null;
  for (const { endedAt } of incidents) {
    if (endedAt === null) continue;
    const atMs = Date.parse(endedAt);
    if (latest === null || atMs > latest) latest = atMs;
  }
  return latest;
}
