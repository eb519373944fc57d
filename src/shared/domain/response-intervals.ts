import type { IncidentMilestones } from './incident';
import { percentile } from './percentile';
import type { Instant } from './time';

/** In the order in which they normally follow each other. */
export const RESPONSE_INTERVALS = [
  'callToAnswer',
  'answerToVerify',
  'verifyToForward',
  'forwardToAcknowledge',
  'acknowledgeToDispatch',
  'dispatchToEnRoute',
  'enRouteToOnScene',
  'onSceneToClear',
  'callToOnScene',
  'total',
] as const;
export type ResponseInterval = (typeof RESPONSE_INTERVALS)[number];

/** The moments an interval lies between; `clearedAt` is when the last unit left, which no incident records. */
export type ResponseMoments = Pick<
  IncidentMilestones,
  | 'callReceivedAt'
  | 'callAnsweredAt'
  | 'verifiedAt'
  | 'forwardedAt'
  | 'acknowledgedAt'
  | 'dispatchedAt'
  | 'enRouteAt'
  | 'onSceneAt'
  | 'closedAt'
> & { clearedAt: Instant | null };

interface IntervalDefinition {
  from: keyof ResponseMoments;
  to: keyof ResponseMoments;
  /** What the interval is judged by, ms; null: nothing was promised. */
  thresholdMs: number | null;
  source: string | null;
}

const MINUTE_MS = 60_000;
const CITY_SOP = 'City 112 SOP, SK 814/371/PTIK/2022';

export const INTERVAL_DEFINITIONS: Readonly<Record<ResponseInterval, IntervalDefinition>> = {
  callToAnswer: {
    from: 'callReceivedAt',
    to: 'callAnsweredAt',
    thresholdMs: 15_000,
    source: 'NENA-STA-020.1-2020',
  },
  answerToVerify: {
    from: 'callAnsweredAt',
    to: 'verifiedAt',
    thresholdMs: MINUTE_MS,
    source: `${CITY_SOP}, step 2`,
  },
  verifyToForward: { from: 'verifiedAt', to: 'forwardedAt', thresholdMs: null, source: null },
  forwardToAcknowledge: {
    from: 'forwardedAt',
    to: 'acknowledgedAt',
    thresholdMs: null,
    source: null,
  },
  acknowledgeToDispatch: {
    from: 'acknowledgedAt',
    to: 'dispatchedAt',
    thresholdMs: null,
    source: null,
  },
  dispatchToEnRoute: {
    from: 'dispatchedAt',
    to: 'enRouteAt',
    thresholdMs: 80_000,
    source: 'NFPA 1710, turnout',
  },
  enRouteToOnScene: {
    from: 'enRouteAt',
    to: 'onSceneAt',
    thresholdMs: 4 * MINUTE_MS,
    source: 'NFPA 1710, travel',
  },
  onSceneToClear: { from: 'onSceneAt', to: 'clearedAt', thresholdMs: null, source: null },
  callToOnScene: {
    from: 'callReceivedAt',
    to: 'onSceneAt',
    thresholdMs: 15 * MINUTE_MS,
    source: 'SPM, Permendagri 114/2018',
  },
  total: { from: 'callReceivedAt', to: 'closedAt', thresholdMs: null, source: null },
};

/** The difference as recorded, ms: null where an end is missing, negative where the record contradicts itself. */
export function recordedIntervalMs(
  moments: ResponseMoments,
  interval: ResponseInterval,
): number | null {
  const { from, to } = INTERVAL_DEFINITIONS[interval];
  const start = moments[from];
  const end = moments[to];
  return start === null || end === null ? null : Date.parse(end) - Date.parse(start);
}

/** Every interval of one incident, ms; null where it did not occur, was not recorded, or would be negative. */
export function responseIntervals(
  moments: ResponseMoments,
): Record<ResponseInterval, number | null> {
  const entries = RESPONSE_INTERVALS.map((interval) => {
    const ms = recordedIntervalMs(moments, interval);
    return [interval, ms !== null && ms >= 0 ? ms : null] as const;
  });
  // `fromEntries` forgets that the keys are exactly those of the list.
  return Object.fromEntries(entries) as Record<ResponseInterval, number | null>;
}

export interface IntervalSummary {
  /** How many intervals the figures stand on. */
  n: number;
  p50Ms: number | null;
  p90Ms: number | null;
  thresholdMs: number | null;
  /** Share within the threshold, 0…1; null where nothing was promised or n is 0. */
  withinShare: number | null;
  excluded: { missing: number; negative: number };
}

/** One interval over many incidents. What is left out of the figures is counted. */
export function summarizeInterval(
  all: Iterable<ResponseMoments>,
  interval: ResponseInterval,
): IntervalSummary {
  const values: number[] = [];
  const excluded = { missing: 0, negative: 0 };
  for (const moments of all) {
    const ms = recordedIntervalMs(moments, interval);
    if (ms === null) excluded.missing += 1;
    else if (ms < 0) excluded.negative += 1;
    else values.push(ms);
  }
  const { thresholdMs } = INTERVAL_DEFINITIONS[interval];
  return {
    n: values.length,
    p50Ms: percentile(values, 0.5),
    p90Ms: percentile(values, 0.9),
    thresholdMs,
    withinShare: thresholdMs === null ? null : shareWithin(values, thresholdMs),
    excluded,
  };
}

function shareWithin(values: readonly number[], thresholdMs: number): number | null {
  if (values.length === 0) return null;
  return values.filter((ms) => ms <= thresholdMs).length / values.length;
}
