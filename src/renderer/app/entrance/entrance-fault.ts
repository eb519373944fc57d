import { z } from 'zod';

import type { Attempt } from '../../hooks/use-attempt';
import { passwordFault } from '../../i18n/password-fault';
import type { Translate } from '../../i18n/t';

const reasonSchema = z.object({ reason: z.string() });

/**
 * Why somebody was not let in, and what to do; null: the wait is over, and they may try again.
 * @param seconds that are left to wait
 */
export function entranceFault(
  { error, untilMs }: Extract<Attempt, { kind: 'failed' }>,
  seconds: number,
  t: Translate,
): string | null {
  if (seconds > 0) return t('entrance.fault.wait', { seconds });
  if (untilMs !== null) return null;
  const password = passwordFault(error.details, t);
  if (password !== null) return password;
  const reason = reasonSchema.safeParse(error.details);
  if (reason.success && reason.data.reason === 'disabled') return t('entrance.fault.disabled');
  switch (error.code) {
    case 'unauthorized':
      return t('entrance.fault.wrong');
    case 'unavailable':
      return t('entrance.fault.unreachable');
    default:
      return t('entrance.fault.other', { message: error.message });
  }
}
