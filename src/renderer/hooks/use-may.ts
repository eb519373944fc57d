import { mayDo, rolesThatMay } from '@shared/domain/access';
import { ACCESS_ROWS } from '@shared/domain/access-table';
import type { Action } from '@shared/domain/access-terms';

import { useLanguage, useT } from '../i18n/t';
import { usePrincipal } from './use-principal';

/** Whether whoever sits here may do something; else why not, and who may. */
export type Permission = { may: true } | { may: false; reason: string };

/** By the table that the server refuses by as well (`shared/domain/access-table`). */
export function useMay(action: Action): Permission {
  const t = useT();
  const language = useLanguage();
  const principal = usePrincipal();
  if (principal !== null && mayDo(principal, action)) return { may: true };
  const row = ACCESS_ROWS.find((candidate) => candidate.action === action);
  const roles = rolesThatMay(action)
    .filter((role) => role !== 'integration')
    .map((role) => t(`role.${role}`))
    .join(', ');
  return {
    may: false,
    reason: `${row?.reason[language] ?? ''} ${t('access.onlyFor', { roles })}`.trim(),
  };
}
