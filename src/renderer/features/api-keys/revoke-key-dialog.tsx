import type { ApiKey } from '@shared/protocol/api-keys';

import { refusalWords } from '../../hooks/refusal-words';
import { useAdminApi } from '../../hooks/use-admin-api';
import { useAttempt } from '../../hooks/use-attempt';
import { useT } from '../../i18n/t';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { FormFault } from '../../ui/form-fault';

interface RevokeKeyDialogProps {
  apiKey: ApiKey;
  onDone: () => void;
  onClose: () => void;
}

/** Take another system's key away, for good. */
export function RevokeKeyDialog({ apiKey, onDone, onClose }: RevokeKeyDialogProps) {
  const t = useT();
  const api = useAdminApi();
  const { attempt, run } = useAttempt();
  const confirm = async (): Promise<void> => {
    if (await run(() => api.revokeApiKey(apiKey.id))) onDone();
  };
  return (
    <ConfirmDialog
      isOpen
      title={t('keys.revokeOf', { name: apiKey.name })}
      consequence={t('keys.revokeHelp')}
      confirm={t('keys.revoke')}
      isBusy={attempt.kind === 'busy'}
      fault={attempt.kind === 'failed' && <FormFault>{refusalWords(attempt.error, t)}</FormFault>}
      onConfirm={() => void confirm()}
      onClose={onClose}
    />
  );
}
