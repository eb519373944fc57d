import { assertNever } from '@shared/assert';
import type { Principal } from '@shared/domain/access';
import type { Actor } from '@shared/protocol/changes';

/** Whom a token stands for. */
export interface Identity {
  principal: Principal;
  /** What the log calls them. */
  actor: Actor;
  /** Of the session or key behind it, which may be revoked; null: a token of this machine, or of the demo. */
  credentialId: string | null;
  /** Unix ms; null: it does not expire. */
  expiresAtMs: number | null;
}

/** A token of this machine, good for as long as it stands in its file. */
export function machineIdentity(principal: Principal): Identity {
  return { principal, actor: actorOf(principal), credentialId: null, expiresAtMs: null };
}

/** Who a principal is in the change log: as what they act, and their opaque id. */
export function actorOf(principal: Principal): Actor {
  const { role, id } = principal;
  switch (role) {
    case 'admin':
    case 'supervisor':
    case 'operator':
    case 'opd':
    case 'integration':
      return { kind: role, id };
    case 'executive':
    case 'display':
      // They change nothing (`ACCESS_ROWS`); what reads them is a log of requests.
      return { kind: 'system', id };
    default:
      return assertNever(role);
  }
}
