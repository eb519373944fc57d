import { Button, PasswordInput, TextInput } from '@mantine/core';
import { signInSchema } from '@shared/protocol/session';
import { type SubmitEvent, useState } from 'react';

import { useAttempt } from '../../hooks/use-attempt';
import { useT } from '../../i18n/t';
import { ApiError } from '../../live/api-error';
import type { SignInNotice } from '../session/gate';
import { useSession } from '../session/session-context';
import { entranceFault } from './entrance-fault';
import classes from './entrance-form.module.css';
import { EntranceFrame } from './entrance-frame';
import { EntranceMessage } from './entrance-message';
import { useSecondsUntil } from './use-seconds-until';

/** Name and password; and why one stands here again. */
export function SignInScreen({ notice }: { notice: SignInNotice | null }) {
  const t = useT();
  const session = useSession();
  const { attempt, run } = useAttempt();
  const [entry, setEntry] = useState({ username: '', password: '' });
  const [badUsername, setBadUsername] = useState(false);
  const seconds = useSecondsUntil(attempt.kind === 'failed' ? attempt.untilMs : null);
  const fault = attempt.kind === 'failed' ? entranceFault(attempt, seconds, t) : null;

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (seconds > 0) return;
    const parsed = signInSchema.safeParse(entry);
    setBadUsername(!parsed.success);
    if (!parsed.success) return;
    await run(async () => {
      try {
        await session.signIn(parsed.data);
      } catch (error) {
        // A wrong password is typed anew; one that came too soon, or never arrived, is sent again.
        if (error instanceof ApiError && error.code === 'unauthorized')
          setEntry((former) => ({ ...former, password: '' }));
        throw error;
      }
    });
  };
  return (
    <EntranceFrame title={t('entrance.signInTitle')}>
      {fault !== null && <EntranceMessage kind="fault">{fault}</EntranceMessage>}
      {attempt.kind === 'idle' && notice !== null && (
        <EntranceMessage kind="notice">{t(`entrance.notice.${notice}`)}</EntranceMessage>
      )}
      <form className={classes['form']} onSubmit={(event) => void submit(event)} noValidate>
        <TextInput
          label={t('entrance.username')}
          value={entry.username}
          error={badUsername && t('entrance.fault.badUsername')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          data-autofocus
          autoFocus
          required
          withAsterisk={false}
          onChange={({ currentTarget: { value } }) =>
            setEntry((former) => ({ ...former, username: value }))
          }
        />
        <PasswordInput
          label={t('entrance.password')}
          value={entry.password}
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': t('entrance.showPassword') }}
          onChange={({ currentTarget: { value } }) =>
            setEntry((former) => ({ ...former, password: value }))
          }
        />
        <Button
          type="submit"
          fullWidth
          disabled={seconds > 0 || entry.username === '' || entry.password === ''}
          loading={attempt.kind === 'busy'}
        >
          {t('entrance.signIn')}
        </Button>
      </form>
      <p className={classes['help']}>{t('entrance.help')}</p>
    </EntranceFrame>
  );
}
