import type { User } from '@shared/protocol/session';

import { useT } from '../../i18n/t';
import { Dialog } from '../../ui/dialog';
import { AccountForm } from './account-form';
import type { AccountTask } from './account-task';
import { DisableDialog } from './disable-dialog';
import { PasswordForm } from './password-form';

interface AccountDialogProps {
  /** Null: nothing is to be done. */
  task: AccountTask | null;
  onDone: () => void;
  onClose: () => void;
}

/** The dialog of whatever is to be done with an account. */
export function AccountDialog({ task, onDone, onClose }: AccountDialogProps) {
  const t = useT();
  if (task === null) return null;
  const { kind } = task;
  if (kind === 'disable' || kind === 'enable')
    return <DisableDialog user={task.user} onDone={onDone} onClose={onClose} />;
  return (
    <Dialog title={titleOf(task)} isOpen onClose={onClose}>
      {kind === 'password' ? (
        <PasswordForm user={task.user} onDone={onDone} onCancel={onClose} />
      ) : (
        <AccountForm user={kind === 'edit' ? task.user : null} onDone={onDone} onCancel={onClose} />
      )}
    </Dialog>
  );

  function titleOf(shown: AccountTask): string {
    const name = (user: User) => ({ name: user.displayName });
    if (shown.kind === 'create') return t('accounts.create');
    return t(
      shown.kind === 'password' ? 'accounts.passwordOf' : 'accounts.editOf',
      name(shown.user),
    );
  }
}
