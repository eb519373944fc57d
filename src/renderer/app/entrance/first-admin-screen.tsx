import { Button, PasswordInput, TextInput } from '@mantine/core';
import { firstAdminSchema } from '@shared/protocol/session';
import { type SubmitEvent, useState } from 'react';
import { z } from 'zod';
import { useStore } from 'zustand';

import { type Attempt, useAttempt } from '../../hooks/use-attempt';
import { passwordFault } from '../../i18n/password-fault';
import { type Translate, useT } from '../../i18n/t';
import { useSession } from '../session/session-context';
import { entranceFault } from './entrance-fault';
import classes from './entrance-form.module.css';
import { EntranceFrame } from './entrance-frame';
import { EntranceMessage } from './entrance-message';
import { useSecondsUntil } from './use-seconds-until';

const codeFaultSchema = z.object({ field: z.literal('code') });

/** Whoever sits at the server's own machine needs none. */
const NO_CODE = '-';

/**
 * The first account of a server.
 * @param code of the link that the server printed; empty: it has to be typed
 */
export function FirstAdminScreen({ code }: { code: string }) {
  const t = useT();
  const session = useSession();
  const { attempt, run } = useAttempt();
  const isOwnMachine = useStore(
    session.store,
    ({ access }) => access.kind === 'ready' && access.token !== null,
  );
  const [entry, setEntry] = useState({ code, username: '', displayName: '', password: '' });
  const [badUsername, setBadUsername] = useState(false);
  const seconds = useSecondsUntil(attempt.kind === 'failed' ? attempt.untilMs : null);
  const error = attempt.kind === 'failed' ? attempt.error : null;
  const passwordError = error === null ? null : passwordFault(error.details, t);
  const fault = attempt.kind === 'failed' ? faultOf(attempt, seconds, t) : null;
  const set = (part: Partial<typeof entry>): void => setEntry((former) => ({ ...former, ...part }));

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (seconds > 0) return;
    const parsed = firstAdminSchema.safeParse({ ...entry, code: entry.code || NO_CODE });
    setBadUsername(parsed.error?.issues.some(({ path }) => path[0] === 'username') ?? false);
    if (parsed.success) await run(() => session.createFirstAdmin(parsed.data));
  };
  const needsCode = code === '' && !isOwnMachine;
  const { code: typedCode, ...rest } = entry;
  const isComplete =
    (!needsCode || typedCode !== '') && Object.values(rest).every((value) => value.trim() !== '');
  return (
    <EntranceFrame title={t('firstAdmin.title')} advice={t('firstAdmin.advice')}>
      {fault !== null && passwordError === null && (
        <EntranceMessage kind="fault">{fault}</EntranceMessage>
      )}
      <form className={classes['form']} onSubmit={(event) => void submit(event)} noValidate>
        {needsCode && (
          <TextInput
            label={t('firstAdmin.code')}
            description={t('firstAdmin.codeHelp')}
            value={entry.code}
            autoComplete="off"
            spellCheck={false}
            onChange={({ currentTarget: { value } }) => set({ code: value.trim() })}
          />
        )}
        <TextInput
          label={t('firstAdmin.displayName')}
          value={entry.displayName}
          autoComplete="name"
          autoFocus
          onChange={({ currentTarget: { value } }) => set({ displayName: value })}
        />
        <TextInput
          label={t('entrance.username')}
          value={entry.username}
          error={badUsername && t('entrance.fault.badUsername')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          onChange={({ currentTarget: { value } }) => set({ username: value })}
        />
        <PasswordInput
          label={t('entrance.password')}
          description={t('password.rule')}
          value={entry.password}
          error={passwordError}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('entrance.showPassword') }}
          onChange={({ currentTarget: { value } }) => set({ password: value })}
        />
        <Button
          type="submit"
          fullWidth
          disabled={!isComplete || seconds > 0}
          loading={attempt.kind === 'busy'}
        >
          {t('firstAdmin.create')}
        </Button>
      </form>
    </EntranceFrame>
  );
}

/** Here a refusal is one of the code, where one was typed. */
function faultOf(
  attempt: Extract<Attempt, { kind: 'failed' }>,
  seconds: number,
  t: Translate,
): string | null {
  const isOfCode = codeFaultSchema.safeParse(attempt.error.details).success;
  return isOfCode ? t('firstAdmin.badCode') : entranceFault(attempt, seconds, t);
}
