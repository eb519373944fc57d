import type { Emit, Intent } from './intents';
import { instantOf, SIMULATOR_SOURCE } from './past-records';
import type { PlannedComplaint } from './plan-complaint';
import type { PlannedCall } from './plan-day';
import { stepIncident } from './step-incident';
import { stepUnit } from './step-unit';
import type { World } from './world';

/**
 * Move the city on to `nowMs`. It reads no clock and sends nothing: what is to be told goes to `emit`,
 * in the order in which it happened. The same world, times and seed give the same telling.
 */
export function stepWorld(world: World, nowMs: number, emit: Emit): void {
  stepCalls(world, nowMs, emit);
  for (const incident of world.incidents.values()) stepIncident(world, incident, nowMs, emit);
  for (const unit of world.units.values()) stepUnit(world, unit, nowMs, emit);
  stepComplaints(world, nowMs, emit);
}

/** A call is told when it is over: that is when its type is known. */
function stepCalls(world: World, nowMs: number, emit: Emit): void {
  const over = world.calls.filter(({ endedMs }) => endedMs <= nowMs);
  if (over.length === 0) return;
  world.calls = world.calls.filter(({ endedMs }) => endedMs > nowMs);
  for (const call of over) emit({ kind: 'call', key: call.externalId, body: bodyOf(call) });
}

function bodyOf({ externalId, type, receivedMs, answeredMs, endedMs }: PlannedCall) {
  return {
    type,
    receivedAt: instantOf(receivedMs),
    answeredAt: answeredMs === null ? null : instantOf(answeredMs),
    endedAt: instantOf(endedMs),
    provenance: { source: SIMULATOR_SOURCE, externalId },
  };
}

function stepComplaints(world: World, nowMs: number, emit: Emit): void {
  for (
    let [next] = world.complaintEvents;
    next !== undefined && next.atMs <= nowMs;
    [next] = world.complaintEvents
  ) {
    world.complaintEvents.shift();
    if (next.kind === 'receipt') emit(receiptOf(next.plan));
    else emit({ kind: 'complaintStep', key: next.key, to: next.to, atMs: next.atMs });
  }
}

function receiptOf(plan: PlannedComplaint): Intent {
  return {
    kind: 'complaint',
    key: plan.externalId,
    body: {
      categoryCode: plan.categoryCode,
      class: plan.class,
      channel: plan.channel,
      area: plan.area,
      lngLat: plan.lngLat,
      receivedAt: instantOf(plan.receivedMs),
      provenance: { source: SIMULATOR_SOURCE, externalId: plan.externalId },
    },
  };
}
