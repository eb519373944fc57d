import type { Performer } from '@shared/domain/incident-lifecycle';
import type { Actor } from '@shared/protocol/changes';

/** Who an actor is in the transition tables. */
export function performerOf(actor: Actor): Performer {
  return PERFORMERS[actor.kind];
}

const PERFORMERS = {
  admin: 'supervisor',
  supervisor: 'supervisor',
  operator: 'operator',
  opd: 'opd',
  integration: 'integration',
  simulator: 'integration',
  importer: 'integration',
  system: 'system',
} as const satisfies Record<Actor['kind'], Performer>;
