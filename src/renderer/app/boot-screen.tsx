import { Progress } from '@mantine/core';
import type { BackendState } from '@shared/ipc/bridge';

import { useLanguage, useT } from '../i18n/t';
import { formatShare } from '../ui/format';
import classes from './boot-screen.module.css';
import { FullScreenNote } from './full-screen-note';

export type BootPhase =
  | Extract<BackendState, { kind: 'starting' }>['phase']
  | 'connecting'
  | 'city';

/** What the start is busy with, and how far it is. */
export function BootScreen({ phase, progress }: { phase: BootPhase; progress: number | null }) {
  const t = useT();
  const language = useLanguage();
  return (
    <FullScreenNote title={t('shell.commandCenter')}>
      <output className={classes['phase']}>
        {t(`boot.${phase}`)}
        {progress !== null && <b className={classes['share']}>{formatShare(progress, language)}</b>}
      </output>
      <Progress
        className={classes['bar']}
        aria-label={t('boot.progress')}
        // Still where the share is unknown: a moving bar would take the processor from what it waits for.
        value={(progress ?? 0) * 100}
        size="sm"
        color="var(--cc-accent)"
      />
    </FullScreenNote>
  );
}
