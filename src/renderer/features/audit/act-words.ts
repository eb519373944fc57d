import { ACTIONS } from '@shared/domain/access-terms';

import { actionName } from '../../i18n/action-name';
import type { Translate } from '../../i18n/t';

/** Acts of an account itself, which are no actions of the access table. */
const ACCOUNT_ACTS = [
  'session.signIn',
  'session.signOut',
  'session.refresh',
  'session.firstAdmin',
  'session.demo',
] as const;

/** What was done, in words; an act of a newer server by its code. */
export function actWords(act: string, t: Translate): string {
  const action = ACTIONS.find((candidate) => candidate === act);
  if (action !== undefined) return actionName(action, t);
  const own = ACCOUNT_ACTS.find((candidate) => candidate === act);
  return own === undefined ? act : t(`act.${own}`);
}
