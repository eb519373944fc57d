import type { LoggedIncident } from './interpret-row';

export interface FeedStep {
  kind: 'open' | 'verified' | 'forwarded' | 'resolved' | 'closed';
  incident: LoggedIncident;
  /** From the start of the feed. */
  afterMs: number;
}

/**
 * When each step of a past log is played. Time in the log runs `speed` times as fast; a silence longer
 * than the longest one allowed is cut to it, so that years of a quiet log can be watched.
 * A closing time before the receipt is played right after it: the order of steps is what can be shown.
 */
export function timetableOf(
  logged: readonly LoggedIncident[],
  { speed, longestSilenceMs }: { speed: number; longestSilenceMs: number },
): FeedStep[] {
  const moments = logged.flatMap(momentsOf).sort((a, b) => a.atMs - b.atMs || a.order - b.order);
  let afterMs = 0;
  let previousMs = moments[0]?.atMs ?? 0;
  return moments.map(({ kind, incident, atMs }) => {
    afterMs += Math.min(longestSilenceMs, (atMs - previousMs) / speed);
    previousMs = atMs;
    return { kind, incident, afterMs: Math.round(afterMs) };
  });
}

interface Moment {
  kind: FeedStep['kind'];
  incident: LoggedIncident;
  atMs: number;
  /** Of steps at one moment. */
  order: number;
}

/** Shares of the time to the closing, where the log does not say when a step was taken. */
const SHARE = { verified: 0.02, forwarded: 0.04, resolved: 0.98 } as const;
/** For an incident that was never closed: minutes of the log. */
const OPEN_SPAN_MS = 60 * 60_000;

function momentsOf(incident: LoggedIncident): Moment[] {
  const startMs = Date.parse(incident.receivedAt);
  const { closedAt } = incident.milestones;
  const endMs =
    closedAt === null ? startMs + OPEN_SPAN_MS : Math.max(startMs, Date.parse(closedAt));
  const at = (known: string | null, share: number): number =>
    Math.min(
      endMs,
      Math.max(startMs, known === null ? startMs + (endMs - startMs) * share : Date.parse(known)),
    );
  const { milestones } = incident;
  const steps: [FeedStep['kind'], number][] = [
    ['open', startMs],
    ['verified', at(milestones.verifiedAt, SHARE.verified)],
    ['forwarded', at(milestones.forwardedAt, SHARE.forwarded)],
  ];
  if (closedAt !== null)
    steps.push(['resolved', at(milestones.resolvedAt, SHARE.resolved)], ['closed', endMs]);
  return steps.map(([kind, atMs], order) => ({ kind, incident, atMs, order }));
}
