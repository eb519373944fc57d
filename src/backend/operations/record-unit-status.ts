import type { Assignment } from '@shared/domain/assignment';
import { ASSIGNMENT_MILESTONES } from '@shared/domain/assignment';
import type { UnitStatusDefinition } from '@shared/domain/city-pack';
import { findIncidentTransition } from '@shared/domain/incident-lifecycle';
import { latestMilestoneBefore, writeMilestone } from '@shared/domain/milestones';
import type { Instant } from '@shared/domain/time';
import type { Unit } from '@shared/domain/unit';
import {
  assignmentMilestoneOf,
  COMMITTED_MEANINGS,
  incidentStateOf,
  mayUnitStatusFollow,
  UNIT_STATUS_TRANSITIONS,
} from '@shared/domain/unit-lifecycle';
import type { UnitStatusMeaning } from '@shared/domain/unit-status';
import type { RecordUnitStatus } from '@shared/protocol/commands';
import type { WriteReply } from '@shared/protocol/replies';

import { AppError, notFound } from '../errors';
import { findActiveAssignment, saveAssignment } from '../store/assignments';
import { lockIncident } from '../store/incidents';
import type { Tx } from '../store/transact';
import { lockUnits } from '../store/units';
import { changeUnitStatus } from './change-unit-status';
import { requireOwnUnits } from './check-binding';
import { instantOfStep } from './check-instant';
import { requireKnown } from './check-known';
import { checkVersion } from './check-version';
import type { Deps } from './deps';
import { precedingMilestone, progressIncident } from './progress-incident';
import { type Caller, runWrite } from './run-write';

/**
 * Record what a unit reports of itself and append `unit.statusChanged`. Its assignment gets the milestone
 * (written once) or is cleared, and its incident follows to `en_route` or `on_scene` where it is not beyond.
 * What the unit is already is a replay.
 * @throws AppError not_found | forbidden | version_conflict | invalid_transition | validation_failed
 */
export async function recordUnitStatus(
  deps: Deps,
  unitId: string,
  command: RecordUnitStatus,
  caller: Caller,
): Promise<WriteReply> {
  const { statusCode } = command;
  const wanted =
    statusCode === undefined
      ? null
      : requireKnown('statusCode', statusCode, deps.city.unitStatuses, ({ code }) => code);

  return runWrite(
    deps,
    caller,
    {
      action: 'unit.reportStatus',
      details: { statusCode: statusCode ?? null, isSos: command.isSos ?? null },
    },
    async (tx) => {
      const { unit, assignment } = await lockUnitAndIncident(tx, unitId);
      requireOwnUnits(caller, [unit]);
      checkVersion(command.expectedVersion, unit.version);
      const status = wanted?.code === unit.statusCode ? null : wanted;
      const isSos = command.isSos ?? unit.isSos;
      if (status === null && isSos === unit.isSos) return { id: unit.id, replayed: true };

      if (status === null) {
        const incidentId = assignment?.incidentId ?? null;
        await changeUnitStatus(tx, unit, { status: null, isSos, at: unit.statusSince, incidentId });
      } else {
        refuseImpossible(unit, status, assignment);
        const at = instantOfStep(deps.clock, command.at, {
          name: `status ${unit.statusCode} since`,
          at: unit.statusSince,
        });
        const incidentId = await progressAssignment(tx, assignment, status.meaning, at);
        await changeUnitStatus(tx, unit, { status, isSos, at, incidentId });
      }
      return { id: unit.id, replayed: false };
    },
  );
}

/** Locks go from incident to unit, as in `dispatchUnits`, so that the two never wait for each other. */
async function lockUnitAndIncident(
  tx: Tx,
  unitId: string,
): Promise<{ unit: Unit; assignment: Assignment | null }> {
  const seen = await findActiveAssignment(tx.db, unitId);
  if (seen !== null) await lockIncident(tx.db, seen.incidentId);
  const [unit] = await lockUnits(tx.db, [unitId]);
  if (unit === undefined) throw notFound('unit', unitId);
  const assignment = await findActiveAssignment(tx.db, unitId);
  if (assignment !== null && assignment.incidentId !== seen?.incidentId) {
    throw new AppError(
      'version_conflict',
      `Unit ${unitId} was sent to an incident at this moment. Look again, then repeat.`,
    );
  }
  return { unit, assignment };
}

function refuseImpossible(
  unit: Unit,
  status: UnitStatusDefinition,
  assignment: Assignment | null,
): void {
  const details = {
    from: unit.statusCode,
    to: status.code,
    allowed: UNIT_STATUS_TRANSITIONS[unit.statusMeaning].to,
  };
  // Two statuses of one meaning are one state to the rules, under two names of the city's.
  if (
    status.meaning !== unit.statusMeaning &&
    !mayUnitStatusFollow(unit.statusMeaning, status.meaning)
  ) {
    const possible = details.allowed.join(', ');
    throw new AppError(
      'invalid_transition',
      `Unit ${unit.id} is ${unit.statusCode} and cannot become ${status.code}. Possible are statuses that mean ${possible}.`,
      details,
    );
  }
  if (assignment === null && isCommitted(status.meaning)) {
    throw new AppError(
      'invalid_transition',
      `Unit ${unit.id} is on no incident and cannot become ${status.code}. Send it to one first.`,
      details,
    );
  }
}

const isCommitted = (meaning: UnitStatusMeaning): boolean =>
  (COMMITTED_MEANINGS as readonly UnitStatusMeaning[]).includes(meaning);

/** @returns the incident that the unit is on afterwards */
async function progressAssignment(
  tx: Tx,
  assignment: Assignment | null,
  meaning: UnitStatusMeaning,
  at: Instant,
): Promise<string | null> {
  if (assignment === null) return null;
  const milestone = assignmentMilestoneOf(meaning);
  const earlier = latestMilestoneBefore(assignment, ASSIGNMENT_MILESTONES, milestone);
  const after = writeMilestone(
    assignment,
    milestone,
    earlier !== null && earlier.at > at ? earlier.at : at,
  );
  await saveAssignment(tx.db, after);
  if (after.clearedAt !== null) {
    tx.append({ type: 'assignment.cleared', data: { assignment: after } });
    return null;
  }
  tx.append({ type: 'assignment.progressed', data: { assignment: after } });
  await letIncidentFollow(tx, assignment.incidentId, meaning, at);
  return assignment.incidentId;
}

/** A step that follows from the first unit to report it; for any other unit, or beyond it, nothing happens. */
async function letIncidentFollow(
  tx: Tx,
  incidentId: string,
  meaning: UnitStatusMeaning,
  at: Instant,
): Promise<void> {
  const to = incidentStateOf(meaning);
  if (to === null) return;
  const incident = await lockIncident(tx.db, incidentId);
  if (incident === null) throw notFound('incident', incidentId);
  if (findIncidentTransition(incident.state, to)?.by.includes('system') !== true) return;
  const previous = precedingMilestone(incident, to);
  await progressIncident(tx, incident, {
    to,
    at: previous !== null && previous.at > at ? previous.at : at,
  });
}
