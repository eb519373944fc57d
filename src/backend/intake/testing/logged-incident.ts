import type { LoggedIncident } from '../interpret-row';

/** A fire that a log tells the receipt and the closing of; null: it does not tell when it was closed. */
export function aLoggedIncident(
  externalId: string,
  receivedAt: string,
  closedAt: string | null,
): LoggedIncident {
  return {
    externalId,
    receivedAt,
    categoryCode: 'KBK',
    subcategoryCode: null,
    priority: 'P2',
    state: closedAt === null ? 'forwarded' : 'closed',
    area: { kind: 'unknown' },
    lngLat: null,
    agencyCodes: [],
    endedAt: closedAt,
    milestones: {
      callReceivedAt: receivedAt,
      callAnsweredAt: null,
      verifiedAt: null,
      forwardedAt: null,
      acknowledgedAt: null,
      dispatchedAt: null,
      enRouteAt: null,
      onSceneAt: null,
      underControlAt: null,
      resolvedAt: null,
      closedAt,
    },
  };
}
