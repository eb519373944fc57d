import type { User } from '@shared/protocol/session';

import { refusalWords } from '../../hooks/refusal-words';
import { useAdminApi } from '../../hooks/use-admin-api';
import { useAttempt } from '../../hooks/use-attempt';
import { useT } from '../../i18n/t';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { FormFault } from '../../ui/form-fault';

interface DisableDialogProps {
  user: User;
  onDone: () => void;
  onClose: () => void;
}

/** Disable an account, or enable it again. */
export function DisableDialog({ user, onDone, onClose }: DisableDialogProps) {
  const t = useT();
  const api = useAdminApi();
  const { attempt, run } = useAttempt();
  const isDisabled = user.disabledAt !== null;
  const name = user.displayName;
  const confirm = async (): Promise<void> => {
    if (await run(() => api.changeUser(user.id, { isDisabled: !isDisabled }))) onDone();
  };
  return (
    <ConfirmDialog
      isOpen
      title={t(isDisabled ? 'accounts.enableOf' : 'accounts.disableOf', { name })}
      consequence={t(isDisabled ? 'accounts.enableHelp' : 'accounts.disableHelp')}
      confirm={t(isDisabled ? 'accounts.enable' : 'accounts.disable')}
      isBusy={attempt.kind === 'busy'}
      fault={attempt.kind === 'failed' && <FormFault>{refusalWords(attempt.error, t)}</FormFault>}
      onConfirm={() => void confirm()}
      onClose={onClose}
    />
  );
}
