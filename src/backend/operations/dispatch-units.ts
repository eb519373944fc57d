import { randomUUID } from 'node:crypto';

import { invariant } from '@shared/assert';
import type { Assignment } from '@shared/domain/assignment';
import type { CityPack, UnitStatusDefinition } from '@shared/domain/city-pack';
import type { Incident } from '@shared/domain/incident';
import type { Instant } from '@shared/domain/time';
import type { Unit } from '@shared/domain/unit';
import { isDispatchable } from '@shared/domain/unit-lifecycle';
import type { DispatchUnits } from '@shared/protocol/commands';
import type { WriteReply } from '@shared/protocol/replies';

import { AppError, notFound } from '../errors';
import { insertAssignment } from '../store/assignments';
import type { Db } from '../store/database';
import { lockIncident } from '../store/incidents';
import type { Tx } from '../store/transact';
import { lockUnits, readUnits } from '../store/units';
import { changeUnitStatus } from './change-unit-status';
import { requireOwnIncident, requireOwnUnits } from './check-binding';
import { instantOfStep } from './check-instant';
import { unknownCode } from './check-known';
import { checkVersion } from './check-version';
import type { Deps } from './deps';
import { performerOf } from './performer';
import {
  precedingMilestone,
  progressIncident,
  requireIncidentTransition,
} from './progress-incident';
import { type Caller, runWrite } from './run-write';

/** Work goes on in these; more units may come. */
const TAKES_MORE_UNITS = ['dispatched', 'en_route', 'on_scene', 'under_control'] as const;

/**
 * Send units to an incident: all of them or none. Each gets an assignment and the city's status for
 * `dispatched`; the first ones move the incident to `dispatched`.
 * @returns the incident's id
 * @throws AppError not_found | forbidden | version_conflict | invalid_transition | unit_not_available | validation_failed
 */
export async function dispatchUnits(
  deps: Deps,
  incidentId: string,
  command: DispatchUnits,
  caller: Caller,
): Promise<WriteReply> {
  const status = dispatchedStatus(deps.city);
  return runWrite(
    deps,
    caller,
    { action: 'incident.dispatch', details: { unitIds: command.unitIds } },
    async (tx) => {
      const incident = await lockIncident(tx.db, incidentId);
      if (incident === null) throw notFound('incident', incidentId);
      requireOwnIncident(caller, incident);
      checkVersion(command.expectedVersion, incident.version);
      const isFirst = !(TAKES_MORE_UNITS as readonly string[]).includes(incident.state);
      if (isFirst) requireIncidentTransition(incident, 'dispatched', performerOf(caller.actor));

      const units = await lockKnownUnits(tx.db, command.unitIds);
      requireOwnUnits(caller, units);
      refuseUnavailable(units);
      const at = instantOfStep(deps.clock, command.at, latestOf(incident, units));

      if (isFirst) await progressIncident(tx, incident, { to: 'dispatched', at });
      for (const unit of units) await assign(tx, incident, unit, status, at);
      return { id: incident.id, replayed: false };
    },
  );
}

function dispatchedStatus(city: CityPack): UnitStatusDefinition {
  const status = city.unitStatuses.find(({ meaning }) => meaning === 'dispatched');
  invariant(status, 'a city pack has a unit status that means dispatched');
  return status;
}

async function lockKnownUnits(db: Db, unitIds: readonly string[]): Promise<Unit[]> {
  const units = await lockUnits(db, unitIds);
  const found = new Set(units.map(({ id }) => id));
  const unknown = unitIds.find((id) => !found.has(id));
  if (unknown === undefined) return units;
  throw unknownCode(
    'unitIds',
    unknown,
    (await readUnits(db)).map(({ id }) => id),
  );
}

function refuseUnavailable(units: readonly Unit[]): void {
  const unavailable = units.filter(({ statusMeaning }) => !isDispatchable(statusMeaning));
  if (unavailable.length === 0) return;
  const named = unavailable.map(({ id, statusCode }) => `${id} (${statusCode})`).join(', ');
  throw new AppError(
    'unit_not_available',
    `Not available: ${named}. No unit was sent; choose others.`,
    {
      units: unavailable.map(({ id, statusCode, statusMeaning }) => ({
        unitId: id,
        statusCode,
        statusMeaning,
      })),
    },
  );
}

/** Nobody is sent before the incident was known, nor before the unit was in the status it is sent from. */
function latestOf(
  incident: Incident,
  units: readonly Unit[],
): { name: string; at: Instant } | null {
  let latest = precedingMilestone(incident, 'dispatched');
  for (const { id, statusSince } of units) {
    if (latest === null || statusSince > latest.at)
      latest = { name: `the status of ${id}, since`, at: statusSince };
  }
  return latest;
}

async function assign(
  tx: Tx,
  incident: Incident,
  unit: Unit,
  status: UnitStatusDefinition,
  at: Instant,
): Promise<void> {
  const assignment: Assignment = {
    id: randomUUID(),
    incidentId: incident.id,
    unitId: unit.id,
    dispatchedAt: at,
    enRouteAt: null,
    onSceneAt: null,
    transportingAt: null,
    atHospitalAt: null,
    clearedAt: null,
  };
  await insertAssignment(tx.db, assignment);
  tx.append({ type: 'assignment.dispatched', data: { assignment } });
  await changeUnitStatus(tx, unit, { status, isSos: unit.isSos, at, incidentId: incident.id });
}
