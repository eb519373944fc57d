import { ACTIONS } from '@shared/domain/access-terms';

import { actionName } from '../../i18n/action-name';
import type { Translate } from '../../i18n/t';

/** Acts that the trail tells apart within an action, or that need no permission. */
const FURTHER_ACTS = [
  'session.signIn',
  'session.signOut',
  'session.refresh',
  'user.create',
  'user.change',
  'display.revoke',
  'apiKey.create',
  'apiKey.revoke',
  'audit.export',
  'personalData.forget',
] as const;

/** All that the trail can be filtered by. */
export const ACTS = [...ACTIONS, ...FURTHER_ACTS];

/** What was done, in words; an act of a newer server by its code. */
export function actWords(act: string, t: Translate): string {
  const action = ACTIONS.find((candidate) => candidate === act);
  if (action !== undefined) return actionName(action, t);
  const further = FURTHER_ACTS.find((candidate) => candidate === act);
  return further === undefined ? act : t(`act.${further}`);
}
