import { HOUR_MS } from '@shared/domain/time';

import type { LoggedIncident } from './interpret-row';

export interface FeedStep {
  kind: 'open' | 'verified' | 'forwarded' | 'resolved' | 'closed';
  incident: LoggedIncident;
  /** Of the log, where the incident stands. */
  line: number;
  /** From the start of the feed. */
  afterMs: number;
}

export interface FeedPace {
  /** Seconds of the log per second. */
  speed: number;
  /** Between two calls, as played. */
  longestGapMs: number;
}

/**
 * The steps of a past log, in the order in which they are played. Time in the log runs `speed` times as
 * fast. A silence between two calls is cut to the longest gap, so that years of a quiet log can be watched;
 * each incident keeps its own durations, so that several are open at once.
 * @param incidents by time of receipt
 */
export async function* timetableOf(
  incidents: AsyncIterable<{ incident: LoggedIncident; line: number }>,
  { speed, longestGapMs }: FeedPace,
): AsyncGenerator<FeedStep> {
  const pending: FeedStep[] = [];
  let openedMs = 0;
  let previousMs: number | null = null;
  for await (const { incident, line } of incidents) {
    const receivedMs = Date.parse(incident.receivedAt);
    openedMs += Math.min(longestGapMs, (receivedMs - (previousMs ?? receivedMs)) / speed);
    previousMs = receivedMs;
    for (const { kind, sinceOpenMs } of stepsOf(incident)) {
      const afterMs = Math.round(openedMs + sinceOpenMs / speed);
      insert(pending, { kind, incident, line, afterMs });
    }
    // Up to its opening nothing can come in between any more.
    yield* pending.splice(0, pending.findIndex((step) => step.line === line) + 1);
  }
  yield* pending;
}

/** Behind all that are not later: an incident's steps of one moment keep their order. */
function insert(pending: FeedStep[], step: FeedStep): void {
  let low = 0;
  let high = pending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pending[middle]?.afterMs ?? 0) <= step.afterMs) low = middle + 1;
    else high = middle;
  }
  pending.splice(low, 0, step);
}

/** How long the calls of a log take to play; its last incidents end after that. */
export function playingMs(receivedMs: Float64Array, { speed, longestGapMs }: FeedPace): number {
  let total = 0;
  for (let i = 1; i < receivedMs.length; i += 1) {
    const gapMs = (receivedMs[i] ?? 0) - (receivedMs[i - 1] ?? 0);
    total += Math.min(longestGapMs, gapMs / speed);
  }
  return total;
}

/**
 * An incident that stayed open longer is played as if it had been open for so long: almost always
 * somebody forgot to close it, and a feed would wait hours for its last step.
 */
const LONGEST_OPEN_MS = 72 * HOUR_MS;
/** Where the log has no closing time: what the steps before it are a share of. */
const UNKNOWN_OPEN_MS = HOUR_MS;
/** Shares of the time to the closing, where the log does not say when a step was taken. */
const SHARE = { verified: 0.02, forwarded: 0.04, resolved: 0.98 } as const;

interface LoggedStep {
  kind: FeedStep['kind'];
  /** In the log's own time. */
  sinceOpenMs: number;
}

/**
 * A closing time before the receipt is played right after it: the order of steps is what can be shown.
 * An incident without a closing time stays open.
 */
function stepsOf({ receivedAt, milestones }: LoggedIncident): LoggedStep[] {
  const startMs = Date.parse(receivedAt);
  const { closedAt, verifiedAt, forwardedAt, resolvedAt } = milestones;
  const spanMs = closedAt === null ? UNKNOWN_OPEN_MS : Math.max(0, Date.parse(closedAt) - startMs);
  const shrink = Math.min(1, LONGEST_OPEN_MS / Math.max(1, spanMs));
  const limitMs = closedAt === null ? Number.POSITIVE_INFINITY : spanMs;
  let lastMs = 0;
  const at = (known: string | null, share: number): number => {
    const wantedMs = known === null ? spanMs * share : Date.parse(known) - startMs;
    lastMs = Math.min(limitMs, Math.max(lastMs, wantedMs));
    return lastMs * shrink;
  };
  const steps: LoggedStep[] = [
    { kind: 'open', sinceOpenMs: 0 },
    { kind: 'verified', sinceOpenMs: at(verifiedAt, SHARE.verified) },
    { kind: 'forwarded', sinceOpenMs: at(forwardedAt, SHARE.forwarded) },
  ];
  if (closedAt === null) return steps;
  return [
    ...steps,
    { kind: 'resolved', sinceOpenMs: at(resolvedAt, SHARE.resolved) },
    { kind: 'closed', sinceOpenMs: spanMs * shrink },
  ];
}
