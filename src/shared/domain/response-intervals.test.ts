import { describe, expect, it } from 'vitest';

import {
  RESPONSE_INTERVALS,
  type ResponseMoments,
  responseIntervals,
  summarizeInterval,
} from './response-intervals';

const NOTHING: ResponseMoments = {
  callReceivedAt: null,
  callAnsweredAt: null,
  verifiedAt: null,
  forwardedAt: null,
  acknowledgedAt: null,
  dispatchedAt: null,
  enRouteAt: null,
  onSceneAt: null,
  closedAt: null,
  clearedAt: null,
};
const at = (minute: number): string => new Date(Date.UTC(2026, 10, 24, 7, minute)).toISOString();
const moments = (given: Partial<ResponseMoments>): ResponseMoments => ({ ...NOTHING, ...given });

describe('responseIntervals', () => {
  it('measures each step of a whole incident', () => {
    const whole = moments({
      callReceivedAt: at(0),
      callAnsweredAt: at(1),
      verifiedAt: at(3),
      forwardedAt: at(6),
      acknowledgedAt: at(10),
      dispatchedAt: at(15),
      enRouteAt: at(21),
      onSceneAt: at(28),
      clearedAt: at(36),
      closedAt: at(45),
    });
    const minutes = Object.values(responseIntervals(whole)).map(
      (ms) => (ms ?? Number.NaN) / 60_000,
    );
    expect(minutes).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 28, 45]);
  });

  it('leaves a step that did not occur blank, never zero', () => {
    const skipped = responseIntervals(moments({ callReceivedAt: at(0), onSceneAt: at(9) }));
    expect(skipped.callToOnScene).toBe(9 * 60_000);
    expect(RESPONSE_INTERVALS.filter((interval) => skipped[interval] !== null)).toEqual([
      'callToOnScene',
    ]);
  });

  it('takes a negative interval for unknown, and an instant one for zero', () => {
    const odd = responseIntervals(
      moments({ callReceivedAt: at(5), callAnsweredAt: at(4), verifiedAt: at(4) }),
    );
    expect(odd.callToAnswer).toBeNull();
    expect(odd.answerToVerify).toBe(0);
  });
});

describe('summarizeInterval', () => {
  const onSceneAfter = (minute: number): ResponseMoments =>
    moments({ callReceivedAt: at(0), onSceneAt: at(minute) });

  it('gives n, P50, P90 and the share within the threshold, its end included', () => {
    expect(summarizeInterval([5, 10, 15, 16].map(onSceneAfter), 'callToOnScene')).toEqual({
      n: 4,
      p50Ms: 12.5 * 60_000,
      p90Ms: 15.7 * 60_000,
      thresholdMs: 15 * 60_000,
      withinShare: 0.75,
      excluded: { missing: 0, negative: 0 },
    });
  });

  it('counts what it leaves out', () => {
    const records = [
      onSceneAfter(5),
      NOTHING,
      moments({ callReceivedAt: at(9), onSceneAt: at(2) }),
    ];
    expect(summarizeInterval(records, 'callToOnScene')).toMatchObject({
      n: 1,
      excluded: { missing: 1, negative: 1 },
    });
  });

  it('says nothing where there is nothing', () => {
    expect(summarizeInterval([], 'callToOnScene')).toMatchObject({
      n: 0,
      p50Ms: null,
      withinShare: null,
    });
    expect(summarizeInterval([NOTHING], 'total')).toMatchObject({
      n: 0,
      thresholdMs: null,
      withinShare: null,
    });
  });
});
