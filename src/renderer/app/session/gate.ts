import { z } from 'zod';

import { ApiError } from '../../live/api-error';
import type { SignedIn } from '../../live/signed-in';

/** Why somebody stands before the sign-in again. */
export type SignInNotice = 'ended' | 'disabled' | 'reused' | 'signed_out';

/** What this window is to its server. */
export type Gate =
  /** Not yet known, or nobody answers. `shownTo`: whose picture of an earlier run is on screen. */
  | { kind: 'asking'; shownTo: SignedIn | null }
  | { kind: 'sign_in'; notice: SignInNotice | null }
  /** The server has no account yet. */
  | { kind: 'first_admin' }
  /** A wall that nobody has vouched for. */
  | { kind: 'enrol' }
  | { kind: 'open'; who: SignedIn };

const reasonSchema = z.object({ reason: z.enum(['ended', 'disabled', 'reused']) });

/** Why the server gave no further tokens, as far as it says. */
export function noticeOf(error: ApiError): SignInNotice {
  const said = reasonSchema.safeParse(error.details);
  return said.success ? said.data.reason : 'ended';
}

/** Whether the server answered, and said no: asking again would change nothing. */
export function isRefusal(error: unknown): error is ApiError {
  return (
    error instanceof ApiError && !['unavailable', 'internal', 'rate_limited'].includes(error.code)
  );
}
