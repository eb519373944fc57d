import { Button, Checkbox, Group, TextInput } from '@mantine/core';
import type { Action } from '@shared/domain/access-terms';
import { API_KEY_SCOPES } from '@shared/protocol/api-keys';
import { type SubmitEvent, useState } from 'react';

import { refusalWords } from '../../hooks/refusal-words';
import { useAdminApi } from '../../hooks/use-admin-api';
import { useAttempt } from '../../hooks/use-attempt';
import { actionName } from '../../i18n/action-name';
import { useT } from '../../i18n/t';
import { Dialog } from '../../ui/dialog';
import { FormFault } from '../../ui/form-fault';
import classes from './api-keys-panel.module.css';
import { NewKey } from './new-key';

interface CreateKeyDialogProps {
  /** It is in the list from now on; the dialog still shows it. */
  onCreated: () => void;
  onClose: () => void;
}

/** A key for one system, one source, and no more than it needs; then the key itself, this once. */
export function CreateKeyDialog({ onCreated, onClose }: CreateKeyDialogProps) {
  const t = useT();
  const api = useAdminApi();
  const { attempt, run } = useAttempt();
  const [entry, setEntry] = useState({ name: '', source: '' });
  const [scopes, setScopes] = useState<Action[]>([]);
  const [key, setKey] = useState<string | null>(null);

  if (key !== null) {
    return (
      <Dialog title={t('keys.onceTitle')} isOpen onClose={onClose}>
        <NewKey apiKey={key} onDone={onClose} />
      </Dialog>
    );
  }
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const name = entry.name.trim();
    const source = entry.source.trim();
    await run(async () => {
      const created = await api.createApiKey({ name, source, scopes });
      setKey(created.key);
      onCreated();
    });
  };
  const isComplete = entry.name.trim() !== '' && entry.source.trim() !== '' && scopes.length > 0;
  return (
    <Dialog title={t('keys.create')} isOpen onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate style={{ display: 'contents' }}>
        <TextInput
          label={t('keys.name')}
          description={t('keys.nameHelp')}
          value={entry.name}
          maxLength={80}
          data-autofocus
          autoComplete="off"
          onChange={({ currentTarget: { value: name } }) =>
            setEntry((former) => ({ ...former, name }))
          }
        />
        <TextInput
          label={t('keys.source')}
          description={t('keys.sourceHelp')}
          value={entry.source}
          maxLength={64}
          autoComplete="off"
          spellCheck={false}
          onChange={({ currentTarget: { value: source } }) =>
            setEntry((former) => ({ ...former, source }))
          }
        />
        <Checkbox.Group
          label={t('keys.scopes')}
          value={scopes}
          onChange={(chosen) => setScopes(chosen)}
        >
          <div className={classes['groups']}>
            {API_KEY_SCOPES.map((scope) => (
              <Checkbox key={scope} size="xs" value={scope} label={actionName(scope, t)} />
            ))}
          </div>
        </Checkbox.Group>
        {attempt.kind === 'failed' && <FormFault>{refusalWords(attempt.error, t)}</FormFault>}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('admin.cancel')}
          </Button>
          <Button type="submit" disabled={!isComplete} loading={attempt.kind === 'busy'}>
            {t('keys.createSubmit')}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
