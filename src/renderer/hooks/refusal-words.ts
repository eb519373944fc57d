import { passwordFault } from '../i18n/password-fault';
import type { Translate } from '../i18n/t';
import type { ApiError } from '../live/api-error';

/** Why the server did not do what an admin asked. */
export function refusalWords(error: ApiError, t: Translate): string {
  const password = passwordFault(error.details, t);
  if (password !== null) return password;
  return error.code === 'unavailable'
    ? t('admin.unreachable')
    : t('admin.refused', { message: error.message });
}
