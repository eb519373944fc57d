import type { EnrolledDisplay } from '@shared/protocol/displays';

import { refusalWords } from '../../hooks/refusal-words';
import { useAdminApi } from '../../hooks/use-admin-api';
import { useAttempt } from '../../hooks/use-attempt';
import { useT } from '../../i18n/t';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { FormFault } from '../../ui/form-fault';

interface RevokeDialogProps {
  display: EnrolledDisplay;
  onDone: () => void;
  onClose: () => void;
}

/** Take a wall's token away. */
export function RevokeDialog({ display, onDone, onClose }: RevokeDialogProps) {
  const t = useT();
  const api = useAdminApi();
  const { attempt, run } = useAttempt();
  const confirm = async (): Promise<void> => {
    if (await run(() => api.revokeDisplay(display.id))) onDone();
  };
  return (
    <ConfirmDialog
      isOpen
      title={t('displays.revokeOf', { name: display.name })}
      consequence={t('displays.revokeHelp')}
      confirm={t('displays.revoke')}
      isBusy={attempt.kind === 'busy'}
      fault={attempt.kind === 'failed' && <FormFault>{refusalWords(attempt.error, t)}</FormFault>}
      onConfirm={() => void confirm()}
      onClose={onClose}
    />
  );
}
