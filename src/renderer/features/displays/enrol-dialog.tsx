import { Button, Group, Select, TextInput } from '@mantine/core';
import { enrolmentCodeSchema } from '@shared/protocol/displays';
import { type SubmitEvent, useState } from 'react';

import { refusalWords } from '../../hooks/refusal-words';
import { useAdminApi } from '../../hooks/use-admin-api';
import { useAttempt } from '../../hooks/use-attempt';
import { useCity } from '../../hooks/use-city';
import { useLanguage, useT } from '../../i18n/t';
import { Dialog } from '../../ui/dialog';
import { FormFault } from '../../ui/form-fault';

interface EnrolDialogProps {
  onDone: () => void;
  onClose: () => void;
}

/** Vouch for a wall: the code that it shows, what it is called, and who walks past it. */
export function EnrolDialog({ onDone, onClose }: EnrolDialogProps) {
  const t = useT();
  const language = useLanguage();
  const api = useAdminApi();
  const { privacy } = useCity();
  const { attempt, run } = useAttempt();
  const [entry, setEntry] = useState({ code: '', name: '', displayClass: '' });
  const [isCodeBad, setIsCodeBad] = useState(false);
  const set = (part: Partial<typeof entry>): void => setEntry((former) => ({ ...former, ...part }));
  const error = attempt.kind === 'failed' ? attempt.error : null;

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const code = enrolmentCodeSchema.safeParse(entry.code);
    setIsCodeBad(!code.success);
    if (!code.success) return;
    const { name, displayClass } = entry;
    if (await run(() => api.approveDisplay(code.data, { name: name.trim(), displayClass })))
      onDone();
  };
  return (
    <Dialog title={t('displays.enrol')} isOpen onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate style={{ display: 'contents' }}>
        <TextInput
          label={t('displays.code')}
          description={t('displays.codeHelp')}
          value={entry.code}
          error={isCodeBad && t('displays.badCode')}
          data-autofocus
          autoComplete="off"
          spellCheck={false}
          size="lg"
          styles={{ input: { fontWeight: 700, letterSpacing: '0.15em' } }}
          onChange={({ currentTarget: { value } }) => set({ code: value.toUpperCase() })}
        />
        <TextInput
          label={t('displays.name')}
          description={t('displays.nameHelp')}
          value={entry.name}
          maxLength={80}
          autoComplete="off"
          onChange={({ currentTarget: { value } }) => set({ name: value })}
        />
        <Select
          label={t('displays.class')}
          description={t('displays.classHelp')}
          data={privacy.displayClasses.map(({ code, label }) => ({
            value: code,
            label: label[language],
          }))}
          value={entry.displayClass === '' ? null : entry.displayClass}
          allowDeselect={false}
          onChange={(displayClass) => set({ displayClass: displayClass ?? '' })}
        />
        {error !== null && (
          <FormFault>
            {error.code === 'not_found' ? t('displays.unknownCode') : refusalWords(error, t)}
          </FormFault>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('admin.cancel')}
          </Button>
          <Button
            type="submit"
            disabled={Object.values(entry).some((value) => value.trim() === '')}
            loading={attempt.kind === 'busy'}
          >
            {t('displays.approve')}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
