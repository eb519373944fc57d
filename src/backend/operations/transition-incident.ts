import type { CityPack } from '@shared/domain/city-pack';
import type { Incident } from '@shared/domain/incident';
import type { TransitionIncident } from '@shared/protocol/commands';
import type { WriteReply } from '@shared/protocol/replies';

import { AppError, notFound } from '../errors';
import { lockIncident } from '../store/incidents';
import { requireOwnIncident } from './check-binding';
import { instantOfStep } from './check-instant';
import { requireKnown } from './check-known';
import { checkVersion } from './check-version';
import type { Deps } from './deps';
import { performerOf } from './performer';
import {
  precedingMilestone,
  progressIncident,
  requireIncidentTransition,
} from './progress-incident';
import { type Caller, runWrite } from './run-write';

/**
 * Take a step of an incident's lifecycle and append `incident.transitioned`. Entering a state writes its
 * milestone, once. `forwarded` adds the named agencies, by default the category's lead agencies.
 * @throws AppError not_found | forbidden | version_conflict | invalid_transition | validation_failed
 */
export async function transitionIncident(
  deps: Deps,
  incidentId: string,
  command: TransitionIncident,
  caller: Caller,
): Promise<WriteReply> {
  return runWrite(
    deps,
    caller,
    { action: 'incident.transition', details: { to: command.to } },
    async (tx) => {
      const incident = await lockIncident(tx.db, incidentId);
      if (incident === null) throw notFound('incident', incidentId);
      requireOwnIncident(caller, incident);
      checkVersion(command.expectedVersion, incident.version);
      requireIncidentTransition(incident, command.to, performerOf(caller.actor));
      const agencyCodes = agenciesToForwardTo(deps.city, incident, command);
      const at = instantOfStep(deps.clock, command.at, precedingMilestone(incident, command.to));
      await progressIncident(tx, incident, { to: command.to, at, agencyCodes });
      return { id: incident.id, replayed: false };
    },
  );
}

function agenciesToForwardTo(
  city: CityPack,
  incident: Incident,
  { to, agencyCodes }: TransitionIncident,
): string[] {
  if (to !== 'forwarded') {
    if (agencyCodes === undefined) return [];
    throw new AppError(
      'validation_failed',
      `agencyCodes belong to a step to forwarded, not to ${to}.`,
      {
        field: 'agencyCodes',
      },
    );
  }
  if (agencyCodes === undefined) {
    // A category that the pack no longer has keeps its incidents; it only has nobody to forward to by itself.
    return (
      city.incidentCategories.find(({ code }) => code === incident.categoryCode)?.leadAgencies ?? []
    );
  }
  for (const agencyCode of agencyCodes)
    requireKnown('agencyCodes', agencyCode, city.agencies, ({ code }) => code);
  return agencyCodes;
}
