import { Button, Group, PasswordInput, Select, TextInput } from '@mantine/core';
import { PERSON_ROLES } from '@shared/domain/access-terms';
import { type User, usernameSchema } from '@shared/protocol/session';
import { type SubmitEvent, useState } from 'react';

import { refusalWords } from '../../hooks/refusal-words';
import { useAdminApi } from '../../hooks/use-admin-api';
import { useAttempt } from '../../hooks/use-attempt';
import { useCity } from '../../hooks/use-city';
import { passwordFault } from '../../i18n/password-fault';
import { useT } from '../../i18n/t';
import { FormFault } from '../../ui/form-fault';
import { changeOf, type Entry, entryOf } from './account-entry';

interface AccountFormProps {
  /** Null: a new one. */
  user: User | null;
  onDone: () => void;
  onCancel: () => void;
}

/** Name, role and agency of an account; of a new one its username and first password as well. */
export function AccountForm({ user, onDone, onCancel }: AccountFormProps) {
  const t = useT();
  const api = useAdminApi();
  const { agencies } = useCity();
  const { attempt, run } = useAttempt();
  const [entry, setEntry] = useState<Entry>(() => entryOf(user));
  const set = (part: Partial<Entry>): void => setEntry((former) => ({ ...former, ...part }));
  const isNameBad =
    user === null && entry.username !== '' && !usernameSchema.safeParse(entry.username).success;
  const error = attempt.kind === 'failed' ? attempt.error : null;
  const passwordError = error === null ? null : passwordFault(error.details, t);
  const isComplete =
    entry.displayName.trim() !== '' &&
    (entry.role !== 'opd' || entry.agencyCode !== null) &&
    (user !== null || (entry.username !== '' && !isNameBad && entry.password !== ''));

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { displayName, username, password, role, agencyCode } = entry;
    const isSaved = await run(() =>
      user === null
        ? api.createUser({
            displayName,
            username,
            password,
            role,
            ...(role === 'opd' && agencyCode !== null && { agencyCode }),
          })
        : api.changeUser(user.id, changeOf(user, entry)),
    );
    if (isSaved) onDone();
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate style={{ display: 'contents' }}>
      <TextInput
        label={t('accounts.name')}
        value={entry.displayName}
        data-autofocus
        autoComplete="off"
        onChange={({ currentTarget: { value } }) => set({ displayName: value })}
      />
      {user === null && (
        <TextInput
          label={t('entrance.username')}
          value={entry.username}
          error={isNameBad && t('entrance.fault.badUsername')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          onChange={({ currentTarget: { value } }) => set({ username: value.toLowerCase() })}
        />
      )}
      <Select
        label={t('accounts.role')}
        data={PERSON_ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
        value={entry.role}
        allowDeselect={false}
        onChange={(role) => {
          if (role !== null) set({ role });
        }}
      />
      {entry.role === 'opd' && (
        <Select
          label={t('accounts.agency')}
          data={agencies.map(({ code, shortName }) => ({ value: code, label: shortName }))}
          value={entry.agencyCode}
          searchable
          allowDeselect={false}
          onChange={(agencyCode) => set({ agencyCode })}
        />
      )}
      {user === null && (
        <PasswordInput
          label={t('entrance.password')}
          description={t('password.rule')}
          value={entry.password}
          error={passwordError}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('entrance.showPassword') }}
          onChange={({ currentTarget: { value } }) => set({ password: value })}
        />
      )}
      {error !== null && passwordError === null && <FormFault>{refusalWords(error, t)}</FormFault>}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onCancel}>
          {t('admin.cancel')}
        </Button>
        <Button type="submit" disabled={!isComplete} loading={attempt.kind === 'busy'}>
          {t(user === null ? 'accounts.createSubmit' : 'admin.save')}
        </Button>
      </Group>
    </form>
  );
}
