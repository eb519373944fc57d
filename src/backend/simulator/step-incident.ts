import { assertNever } from '@shared/assert';
import type { IncidentState } from '@shared/domain/incident';
import { isDispatchable } from '@shared/domain/unit-lifecycle';

import { chooseUnits } from './fleet';
import type { Emit } from './intents';
import { instantOf, SIMULATOR_SOURCE } from './past-records';
import { planCaller } from './plan-caller';
import { dispatchUnit, sendHome } from './step-unit';
import { type LiveIncident, type LiveUnit, openingCallOf, unitsOn, type World } from './world';

const NO_UNIT_FREE_RETRY_MS = 30_000;

/** Let an incident take the step that is due, if one is. */
export function stepIncident(
  world: World,
  incident: LiveIncident,
  nowMs: number,
  emit: Emit,
): void {
  if (incident.isForeign || incident.dueMs === null || incident.dueMs > nowMs) return;
  const { plan } = incident;
  const { durationsMs: d, earlyEnd } = plan;
  const to = (state: IncidentState, nextAfterMs: number | null): void => {
    emit({ kind: 'transition', key: plan.externalId, to: state, atMs: nowMs });
    incident.state = state;
    incident.dueMs = nextAfterMs === null ? null : nowMs + nextAfterMs;
  };
  switch (incident.state) {
    case 'planned':
      open(incident, nowMs, emit);
      return;
    case 'received':
      if (earlyEnd === 'false_report') end(world, incident, earlyEnd, nowMs, emit);
      else to('verified', d.forward);
      return;
    case 'verified':
      if (earlyEnd === 'duplicate' || earlyEnd === 'transferred')
        end(world, incident, earlyEnd, nowMs, emit);
      else to('forwarded', d.acknowledge);
      return;
    case 'forwarded':
      to('acknowledged', plan.needs.length > 0 ? d.dispatch : d.control + d.resolve);
      return;
    case 'acknowledged':
      if (plan.needs.length === 0) to('resolved', d.close);
      else dispatch(world, incident, nowMs, emit);
      return;
    case 'dispatched':
    case 'en_route':
      if (earlyEnd === 'cancelled') end(world, incident, earlyEnd, nowMs, emit);
      // The units it had were taken off it: it needs others.
      else if (unitsOn(world, plan.externalId).length === 0) dispatch(world, incident, nowMs, emit);
      else incident.dueMs = nowMs + NO_UNIT_FREE_RETRY_MS;
      return;
    case 'on_scene':
      to('under_control', d.resolve);
      return;
    case 'under_control':
      to('resolved', d.close);
      for (const unit of unitsOn(world, plan.externalId)) {
        if (unit.meaning !== 'transporting' && unit.meaning !== 'at_hospital')
          sendHome(world, unit, nowMs, emit);
      }
      return;
    case 'resolved':
      // An ambulance still at the hospital is still on it.
      if (unitsOn(world, plan.externalId).length > 0)
        incident.dueMs = nowMs + NO_UNIT_FREE_RETRY_MS;
      else end(world, incident, 'closed', nowMs, emit);
      return;
    case 'closed':
    case 'false_report':
    case 'duplicate':
    case 'cancelled':
    case 'transferred':
      world.incidents.delete(plan.externalId);
      return;
    default:
      assertNever(incident.state);
  }
}

function open(incident: LiveIncident, nowMs: number, emit: Emit): void {
  const { plan } = incident;
  const callKey = openingCallOf(plan.externalId);
  const receivedAt = instantOf(plan.receivedMs);
  const answeredAt = instantOf(plan.receivedMs + plan.durationsMs.answer);
  emit({
    kind: 'call',
    key: callKey,
    body: {
      type: 'normal',
      receivedAt,
      answeredAt,
      caller: planCaller(plan.externalId),
      provenance: { source: SIMULATOR_SOURCE, externalId: callKey },
    },
  });
  emit({
    kind: 'open',
    key: plan.externalId,
    callKey,
    body: {
      categoryCode: plan.categoryCode,
      ...(plan.subcategoryCode !== null && { subcategoryCode: plan.subcategoryCode }),
      priority: plan.priority,
      area: plan.area,
      lngLat: plan.lngLat,
      callReceivedAt: receivedAt,
      callAnsweredAt: answeredAt,
      provenance: { source: SIMULATOR_SOURCE, externalId: plan.externalId },
    },
  });
  incident.state = 'received';
  incident.dueMs = nowMs + plan.durationsMs.verify;
}

/** End an incident; units still under way turn round. */
function end(
  world: World,
  { plan }: LiveIncident,
  state: IncidentState,
  nowMs: number,
  emit: Emit,
): void {
  emit({ kind: 'transition', key: plan.externalId, to: state, atMs: nowMs });
  for (const unit of unitsOn(world, plan.externalId)) sendHome(world, unit, nowMs, emit);
  world.incidents.delete(plan.externalId);
}

function dispatch(world: World, incident: LiveIncident, nowMs: number, emit: Emit): void {
  const { plan } = incident;
  const units = chooseUnits<LiveUnit>(
    [...world.units.values()],
    plan.needs,
    plan.lngLat,
    plan.responders,
    (unit) => (isDispatchable(unit.meaning) && unit.sinceMs <= nowMs ? unit.lngLat : null),
  );
  if (units.length === 0) {
    incident.dueMs = nowMs + NO_UNIT_FREE_RETRY_MS;
    return;
  }
  emit({ kind: 'dispatch', key: plan.externalId, unitIds: units.map(({ id }) => id), atMs: nowMs });
  if (incident.state === 'acknowledged') incident.state = 'dispatched';
  incident.dueMs = null;
  units.forEach((unit, i) => {
    dispatchUnit(world, unit, plan.externalId, nowMs, plan.durationsMs.turnout + i * 9_000);
  });
}
