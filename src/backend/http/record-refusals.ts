import type { Principal } from '@shared/domain/access';
import { PERSON_ROLES, type Role } from '@shared/domain/access-terms';
import type { FastifyRequest } from 'fastify';

import { createPerMinute } from '../border/per-minute';
import { refusalIn } from '../errors';
import type { Deps } from '../operations/deps';
import { recordAct } from '../operations/record-act';
import type { Api } from './api';

/** Of one person: enough to see that they try, too few to fill the trail with. */
const MAX_PER_MINUTE = 20;

/**
 * Put into the audit trail what people asked for and may not have. What is refused to displays and other systems,
 * which ask again and again, is counted among the errors.
 */
export function recordRefusals(api: Api, deps: Pick<Deps, 'store' | 'clock' | 'log'>): void {
  const few = createPerMinute(deps.clock, MAX_PER_MINUTE);
  api.addHook('onError', async (request, _reply, error) => {
    if (refusalIn(error)?.code !== 'forbidden') return;
    const principal = principalOf(request);
    if (principal === null || !isPerson(principal.role)) return;
    if (!few.take(principal.id)) return;
    const { action } = request.routeOptions.config;
    try {
      await recordAct(deps, {
        actor: principal,
        action: action ?? 'unknown',
        subject: subjectOf(request),
        outcome: 'refused',
        details: { code: 'forbidden' },
      });
    } catch (cause) {
      // It is refused all the same, and whoever asked must not learn more from a fault of ours.
      deps.log.error({ err: cause, requestId: request.id }, 'a refusal was not recorded');
    }
  });
}

/** Null where it was refused before anybody asked who it is. */
const principalOf = (request: { principal?: Principal | null }): Principal | null =>
  request.principal ?? null;

const isPerson = (role: Role): boolean => (PERSON_ROLES as readonly Role[]).includes(role);

/** e.g. `incident:<id>` of `/api/v1/incidents/<id>/reveal`. */
function subjectOf({ params, routeOptions }: FastifyRequest): string | null {
  const id = (params as { id?: unknown } | undefined)?.id;
  const [, kind] = /\/([a-z]+)s\/:id/.exec(routeOptions.url ?? '') ?? [];
  return typeof id === 'string' && kind !== undefined ? `${kind}:${id}` : null;
}
