import { randomUUID } from 'node:crypto';

import type { Call } from '@shared/domain/call';
import type { Incident, IncidentMilestones } from '@shared/domain/incident';
import type { OpenIncident } from '@shared/protocol/commands';
import type { WriteReply } from '@shared/protocol/replies';

import { AppError } from '../errors';
import { linkCall, lockCall } from '../store/calls';
import type { Db } from '../store/database';
import { findIncidentIdByProvenance, insertIncident } from '../store/incidents';
import { areaToRecord } from './check-area';
import { requireOwnSource, withOwnProvenance } from './check-binding';
import { refuseBefore, refuseFuture } from './check-instant';
import { requireKnown } from './check-known';
import type { Deps } from './deps';
import { recordCaller, takeCallerOfCall } from './record-caller';
import { takeRecordNumber } from './record-number';
import { type Caller, type Done, runWrite } from './run-write';
import type { SealedDeps } from './sealed-deps';

/**
 * Open an incident in state `received` and append `incident.opened`; with a call also `call.linked`. The call's
 * times become the first milestones; without any, the incident's clock starts now. The same source and
 * external id again is a replay.
 * @throws AppError validation_failed | not_found (the call) | forbidden
 */
export async function openIncident(
  deps: SealedDeps,
  wish: OpenIncident,
  caller: Caller,
): Promise<WriteReply> {
  const command = withOwnProvenance(wish, caller);
  const category = requireKnown(
    'categoryCode',
    command.categoryCode,
    deps.city.incidentCategories,
    ({ code }) => code,
  );
  if (command.subcategoryCode !== undefined) {
    requireKnown(
      'subcategoryCode',
      command.subcategoryCode,
      category.subcategories,
      ({ code }) => code,
    );
  }
  const lngLat = command.lngLat ?? null;
  const area = areaToRecord(deps, command.area, lngLat);

  return runWrite(deps, caller, { action: 'incident.open' }, async (tx) => {
    const replayed = await findReplayed(tx.db, command);
    if (replayed !== null) return replayed;

    const call =
      command.callId === undefined ? null : await callToLink(tx.db, command.callId, caller);
    const milestones = firstMilestones(deps, command, call);
    const now = deps.clock.now();
    const incident: Incident = {
      id: randomUUID(),
      number: await takeRecordNumber(
        tx.db,
        'incident',
        deps.city.city.incidentNumberPrefix,
        milestones.callReceivedAt ?? now,
      ),
      categoryCode: category.code,
      subcategoryCode: command.subcategoryCode ?? null,
      priority: command.priority ?? category.defaultPriority,
      state: 'received',
      area,
      lngLat,
      agencyCodes: [],
      milestones,
      endedAt: null,
      noteCount: 0,
      provenance: command.provenance ?? null,
      version: 1,
    };
    if (!(await insertIncident(tx.db, incident, now))) {
      // Two of the same came at once and this one was second.
      throw new AppError(
        'unavailable',
        'The same incident is being recorded by another request. Send it again.',
      );
    }
    tx.append({ type: 'incident.opened', data: { incident } });
    if (call !== null) {
      await linkCall(tx.db, call.id, incident.id);
      tx.append({ type: 'call.linked', data: { callId: call.id, incidentId: incident.id } });
    }
    await keepCaller(deps, tx.db, incident.id, command);
    return { id: incident.id, replayed: false };
  });
}

/** What the call's record knew of the caller becomes the incident's; what is said now comes first. */
async function keepCaller(
  deps: SealedDeps,
  db: Db,
  incidentId: string,
  { callId, caller }: OpenIncident,
): Promise<void> {
  const fromCall = callId === undefined ? null : await takeCallerOfCall(deps, db, callId);
  if (fromCall === null && caller === undefined) return;
  await recordCaller(deps, db, `incident:${incidentId}`, { ...fromCall, ...caller });
}

async function findReplayed(db: Db, { provenance }: OpenIncident): Promise<Done | null> {
  const id = provenance === undefined ? null : await findIncidentIdByProvenance(db, provenance);
  return id === null ? null : { id, replayed: true };
}

async function callToLink(db: Db, callId: string, caller: Caller): Promise<Call> {
  const call = await lockCall(db, callId);
  if (call === null)
    throw new AppError('not_found', `There is no call with id ${callId}.`, { id: callId });
  requireOwnSource(caller, call);
  if (call.incidentId === null) return call;
  throw new AppError(
    'validation_failed',
    `Call ${callId} already reported incident ${call.incidentId}.`,
    {
      field: 'callId',
      value: callId,
      incidentId: call.incidentId,
    },
  );
}

function firstMilestones(
  { clock }: Deps,
  command: OpenIncident,
  call: Call | null,
): IncidentMilestones {
  const callAnsweredAt = command.callAnsweredAt ?? call?.answeredAt ?? null;
  const callReceivedAt =
    command.callReceivedAt ?? call?.receivedAt ?? callAnsweredAt ?? clock.now();
  refuseFuture(clock, 'callReceivedAt', callReceivedAt);
  if (callAnsweredAt !== null) {
    refuseFuture(clock, 'callAnsweredAt', callAnsweredAt);
    refuseBefore('callAnsweredAt', callAnsweredAt, { name: 'callReceivedAt', at: callReceivedAt });
  }
  return {
    callReceivedAt,
    callAnsweredAt,
    verifiedAt: null,
    forwardedAt: null,
    acknowledgedAt: null,
    dispatchedAt: null,
    enRouteAt: null,
    onSceneAt: null,
    underControlAt: null,
    resolvedAt: null,
    closedAt: null,
  };
}
