import type { Action } from '@shared/domain/access-terms';

import type { Translate } from './t';

/** An action of the access table in words. */
export function actionName(action: Action, t: Translate): string {
  return t(`action.${action}`);
}
