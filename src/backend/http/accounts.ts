import type { Identify } from '../access/access-list';
import type { FirstAdminCode } from '../access/first-admin-code';
import type { Revocations } from '../access/revocations';
import type { AccessDeps } from '../operations/access/access-deps';

/** How this server knows people, displays and systems. */
export interface Accounts extends Omit<AccessDeps, 'store' | 'clock' | 'city'> {
  identify: Identify;
  revocations: Revocations;
  /** Whether a token is that of this machine's own window. */
  isWindow: (token: string) => boolean;
  /** Whether roles may be tried on here. */
  isDemo: boolean;
  /** Null: nobody may make a first account, for the demo needs none. */
  firstAdminCode: FirstAdminCode | null;
}
