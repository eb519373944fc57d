import { createHash } from 'node:crypto';

import type { SlaTable } from '@shared/domain/city-pack';
import { COMPLAINT_STATE_KINDS } from '@shared/domain/complaint';
import { isFirstResponse } from '@shared/domain/complaint-lifecycle';
import { slaDueAt } from '@shared/domain/sla';
import type { Instant } from '@shared/domain/time';

import type { PastCall, PastComplaint } from '../intake/past-history';
import type { PlannedComplaint } from './plan-complaint';
import type { PlannedCall } from './plan-day';

/** Provenance source of everything simulated. */
export const SIMULATOR_SOURCE = 'simulator';

export const instantOf = (ms: number): Instant => new Date(ms).toISOString();

/** The same record has the same id in every run, as a UUID made of a hash. */
export function stableId(subject: string): string {
  const hex = createHash('sha256').update(subject).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

export function toPastCall(call: PlannedCall, seed: number): PastCall {
  return {
    id: stableId(`${String(seed)}/${call.externalId}`),
    type: call.type,
    receivedAt: instantOf(call.receivedMs),
    answeredAt: call.answeredMs === null ? null : instantOf(call.answeredMs),
    endedAt: instantOf(call.endedMs),
    incidentId: call.incidentKey === null ? null : stableId(`${String(seed)}/${call.incidentKey}`),
    provenance: { source: SIMULATOR_SOURCE, externalId: call.externalId },
  };
}

/** A planned complaint as it stands at `untilMs`. */
export function toPastComplaint(
  plan: PlannedComplaint,
  untilMs: number,
  sla: SlaTable,
  seed: number,
): PastComplaint {
  const receivedAt = instantOf(plan.receivedMs);
  const taken = plan.steps.filter(({ atMs }) => atMs <= untilMs);
  const last = taken.at(-1);
  const first = taken.find(({ to }) => isFirstResponse(to));
  const state = last?.to ?? 'masuk';
  const stateSince = last ? instantOf(last.atMs) : receivedAt;
  return {
    id: stableId(`${String(seed)}/${plan.externalId}`),
    categoryCode: plan.categoryCode,
    class: plan.class,
    channel: plan.channel,
    state,
    stateSince,
    area: plan.area,
    lngLat: plan.lngLat,
    agencyCode: plan.agencyCode,
    receivedAt,
    firstResponseAt: first ? instantOf(first.atMs) : null,
    dueAt: slaDueAt(receivedAt, plan.slaCode, sla),
    endedAt: COMPLAINT_STATE_KINDS[state] === 'open' ? null : stateSince,
    provenance: { source: SIMULATOR_SOURCE, externalId: plan.externalId },
  };
}
