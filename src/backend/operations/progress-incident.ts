import {
  INCIDENT_MILESTONES,
  type Incident,
  type IncidentState,
  isOpenIncidentState,
} from '@shared/domain/incident';
import {
  findIncidentTransition,
  MILESTONE_OF_STATE,
  nextIncidentStates,
  type Performer,
} from '@shared/domain/incident-lifecycle';
import { latestMilestoneBefore, writeMilestone } from '@shared/domain/milestones';
import type { Instant } from '@shared/domain/time';

import { AppError } from '../errors';
import { saveIncidentProgress } from '../store/incidents';
import type { Tx } from '../store/transact';

/**
 * What the next step of an incident to `to` may not precede: the latest of its milestones so far.
 * @returns null where it has none
 */
export function precedingMilestone(
  incident: Incident,
  to: IncidentState,
): { name: string; at: Instant } | null {
  return latestMilestoneBefore(incident.milestones, INCIDENT_MILESTONES, MILESTONE_OF_STATE[to]);
}

/** @throws AppError invalid_transition naming the steps that are possible */
export function requireIncidentTransition(
  incident: Incident,
  to: IncidentState,
  performer: Performer,
): void {
  const transition = findIncidentTransition(incident.state, to);
  if (transition?.by.includes(performer) === true) return;
  const allowed = nextIncidentStates(incident.state);
  const reason =
    transition === undefined
      ? `Incident ${incident.number} is ${incident.state} and cannot become ${to}.`
      : `A step from ${incident.state} to ${to} is not for ${performer} to take.`;
  const remedy = allowed.length === 0 ? 'It has ended.' : `Possible are ${allowed.join(', ')}.`;
  throw new AppError('invalid_transition', `${reason} ${remedy}`, {
    from: incident.state,
    to,
    allowed,
  });
}

/** Take a step that was found to be allowed and append `incident.transitioned`. @returns the incident after it */
export async function progressIncident(
  tx: Tx,
  incident: Incident,
  step: { to: IncidentState; at: Instant; agencyCodes?: readonly string[] },
): Promise<Incident> {
  const { to, at } = step;
  const milestone = MILESTONE_OF_STATE[to];
  const after: Incident = {
    ...incident,
    state: to,
    agencyCodes: [...new Set([...incident.agencyCodes, ...(step.agencyCodes ?? [])])],
    milestones:
      milestone === null ? incident.milestones : writeMilestone(incident.milestones, milestone, at),
    endedAt: isOpenIncidentState(to) ? null : at,
    version: incident.version + 1,
  };
  await saveIncidentProgress(tx.db, after);
  const isForwardedFurther = after.agencyCodes.length > incident.agencyCodes.length;
  tx.append(
    {
      type: 'incident.transitioned',
      data: {
        incidentId: after.id,
        from: incident.state,
        to,
        at,
        milestones: after.milestones,
        agencyCodes: after.agencyCodes,
        endedAt: after.endedAt,
        version: after.version,
      },
    },
    // Now disclosed to one more agency.
    isForwardedFurther ? after : undefined,
  );
  return after;
}
