import { Button, Group, Textarea } from '@mantine/core';
import {
  REVEAL_REASON_MAX,
  type RevealedCaller,
  revealCallerSchema,
  revealedCallerSchema,
} from '@shared/protocol/caller-data';
import { type SubmitEvent, useState } from 'react';

import { useAttempt } from '../../hooks/use-attempt';
import { useLiveClient } from '../../hooks/use-live';
import { useT } from '../../i18n/t';
import { Dialog } from '../../ui/dialog';
import { FormFault } from '../../ui/form-fault';

interface RevealDialogProps {
  incidentId: string;
  onRevealed: (caller: RevealedCaller) => void;
  onClose: () => void;
}

/** Asks why somebody needs to know who called: the answer is recorded before the data are given. */
export function RevealDialog({ incidentId, onRevealed, onClose }: RevealDialogProps) {
  const t = useT();
  const client = useLiveClient();
  const { attempt, run } = useAttempt();
  const [text, setText] = useState('');
  const command = revealCallerSchema.safeParse({ reason: text });

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!command.success) return;
    await run(async () => {
      const path = `/incidents/${encodeURIComponent(incidentId)}/reveal`;
      const { data } = await client.http().ask(path, revealedCallerSchema, {
        method: 'POST',
        body: command.data,
        // Nobody gives up on it: once asked for, it is recorded.
        signal: new AbortController().signal,
      });
      onRevealed(data);
    });
  };
  return (
    <Dialog title={t('incident.revealTitle')} isOpen onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate style={{ display: 'contents' }}>
        <Textarea
          label={t('incident.revealReason')}
          description={t('incident.revealHelp')}
          value={text}
          maxLength={REVEAL_REASON_MAX}
          rows={2}
          data-autofocus
          onChange={({ currentTarget: { value } }) => setText(value.replaceAll('\n', ' '))}
        />
        {attempt.kind === 'failed' && (
          <FormFault>
            {attempt.error.code === 'rate_limited'
              ? t('incident.revealTooMany')
              : t('incident.revealFailed', { message: attempt.error.message })}
          </FormFault>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('admin.cancel')}
          </Button>
          <Button type="submit" disabled={!command.success} loading={attempt.kind === 'busy'}>
            {t('incident.reveal')}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
