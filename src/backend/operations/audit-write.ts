import type { Action, Role } from '@shared/domain/access-terms';
import type { Actor } from '@shared/protocol/changes';
import type { WriteReply } from '@shared/protocol/replies';

import { type AuditNote, appendAudit } from '../audit/append-audit';
import type { Tx } from '../store/transact';
import type { Deps } from './deps';

/** What is done, as the audit trail calls it. */
export interface Act {
  action: Action;
  /** Never a person's data, nor words they wrote. */
  details?: AuditNote['details'];
}

interface Write {
  actor: Actor;
  act: Act;
  reply: WriteReply;
}

/**
 * Put a write into the audit trail: whatever a person does, and what a tool does to the installation itself.
 * What other systems report stands in the change log, and would drown the rest here.
 */
export async function auditWrite(
  { clock }: Pick<Deps, 'clock'>,
  tx: Tx,
  { actor, act: { action, details = {} }, reply }: Write,
): Promise<void> {
  const { isPerson, role } = ACTORS[actor.kind];
  if (!isPerson && !ADMINISTRATIVE.has(action)) return;
  await appendAudit(tx, {
    recordedAt: clock.now(),
    actor: { id: actor.id, role },
    action,
    subject: auditSubject(action, reply.id),
    outcome: 'done',
    details,
    seq: reply.seq === 0 ? null : reply.seq,
  });
}

/** What an action is about, e.g. `incident:<id>`. */
export const auditSubject = (action: Action, id: string): string =>
  `${action.slice(0, action.indexOf('.'))}:${id}`;

/** No system reports these; where no person does them, a tool on the server does. */
const ADMINISTRATIVE: ReadonlySet<Action> = new Set([
  'boundaries.change',
  'facilities.refresh',
  'incident.setArea',
  'complaint.setArea',
]);

/** Of each kind of actor: whether a person is behind it, and their role; null: a tool on the server. */
const ACTORS = {
  admin: { isPerson: true, role: 'admin' },
  supervisor: { isPerson: true, role: 'supervisor' },
  operator: { isPerson: true, role: 'operator' },
  opd: { isPerson: true, role: 'opd' },
  integration: { isPerson: false, role: 'integration' },
  simulator: { isPerson: false, role: 'integration' },
  importer: { isPerson: false, role: null },
  system: { isPerson: false, role: null },
} as const satisfies Record<Actor['kind'], { isPerson: boolean; role: Role | null }>;
