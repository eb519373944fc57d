import { Button, Group, PasswordInput } from '@mantine/core';
import type { User } from '@shared/protocol/session';
import { type SubmitEvent, useState } from 'react';

import { refusalWords } from '../../hooks/refusal-words';
import { useAdminApi } from '../../hooks/use-admin-api';
import { useAttempt } from '../../hooks/use-attempt';
import { passwordFault } from '../../i18n/password-fault';
import { useT } from '../../i18n/t';
import { FormFault } from '../../ui/form-fault';

interface PasswordFormProps {
  user: User;
  onDone: () => void;
  onCancel: () => void;
}

/** A new password for somebody who has lost theirs. */
export function PasswordForm({ user, onDone, onCancel }: PasswordFormProps) {
  const t = useT();
  const api = useAdminApi();
  const { attempt, run } = useAttempt();
  const [password, setPassword] = useState('');
  const error = attempt.kind === 'failed' ? attempt.error : null;
  const passwordError = error === null ? null : passwordFault(error.details, t);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (await run(() => api.changeUser(user.id, { password }))) onDone();
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate style={{ display: 'contents' }}>
      <p style={{ margin: 0 }}>{t('accounts.passwordHelp')}</p>
      <PasswordInput
        label={t('entrance.password')}
        description={t('password.rule')}
        value={password}
        error={passwordError}
        data-autofocus
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': t('entrance.showPassword') }}
        onChange={({ currentTarget: { value } }) => setPassword(value)}
      />
      {error !== null && passwordError === null && <FormFault>{refusalWords(error, t)}</FormFault>}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onCancel}>
          {t('admin.cancel')}
        </Button>
        <Button type="submit" disabled={password === ''} loading={attempt.kind === 'busy'}>
          {t('accounts.setPassword')}
        </Button>
      </Group>
    </form>
  );
}
