import { z } from 'zod';

import { passwordFault } from '../../i18n/password-fault';
import type { Translate } from '../../i18n/t';
import type { ApiError } from '../../live/api-error';

const reasonSchema = z.object({ reason: z.string() });

/** Why somebody was not let in, and what to do. */
export function entranceFault(error: ApiError, t: Translate): string {
  const password = passwordFault(error.details, t);
  if (password !== null) return password;
  const reason = reasonSchema.safeParse(error.details);
  if (reason.success && reason.data.reason === 'disabled') return t('entrance.fault.disabled');
  switch (error.code) {
    case 'unauthorized':
    case 'forbidden':
      return t('entrance.fault.wrong');
    case 'unavailable':
      return t('entrance.fault.unreachable');
    default:
      return t('entrance.fault.other', { message: error.message });
  }
}
