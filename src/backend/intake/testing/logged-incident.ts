import { type LoggedIncident, NO_MILESTONES } from '../interpret-row';

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
    milestones: { ...NO_MILESTONES, callReceivedAt: receivedAt, closedAt },
  };
}
