import { Group } from '@mantine/core';
import type { User } from '@shared/protocol/session';

import { useT } from '../../i18n/t';
import { RowButton } from '../../ui/row-button';
import type { AccountTask } from './account-task';

interface RowActionsProps {
  user: User;
  /** One's own account: nobody locks themselves out. */
  isOwn: boolean;
  onTask: (task: AccountTask) => void;
}

/** What can be done with one account. */
export function RowActions({ user, isOwn, onTask }: RowActionsProps) {
  const t = useT();
  const isDisabled = user.disabledAt !== null;
  const action = (kind: Exclude<AccountTask['kind'], 'create'>, word: string) => (
    <RowButton
      key={kind}
      word={word}
      of={user.displayName}
      onClick={() => onTask({ kind, user })}
    />
  );
  return (
    <Group gap={0} justify="flex-end" wrap="nowrap">
      {action('edit', t('accounts.edit'))}
      {action('password', t('accounts.password'))}
      {isDisabled && action('enable', t('accounts.enable'))}
      {!isDisabled && !isOwn && action('disable', t('accounts.disable'))}
    </Group>
  );
}
