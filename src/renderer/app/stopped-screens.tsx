import { Button } from '@mantine/core';
import type { BackendState } from '@shared/ipc/bridge';

import { useT } from '../i18n/t';
import type { LinkState } from '../live/model';
import { formatClock } from '../ui/format';
import { FullScreenNote } from './full-screen-note';

/** The backend of this window did not start. */
export function FailedScreen({ failure }: { failure: Extract<BackendState, { kind: 'failed' }> }) {
  const t = useT();
  return (
    <FullScreenNote isAlert title={t('boot.failedTitle')}>
      <code>{failure.reason}</code>
      <p>{t('boot.failedAdvice')}</p>
      <p>
        {failure.retryAtMs === null
          ? t('boot.gaveUp')
          : t('boot.retryAt', { time: formatClock(failure.retryAtMs) })}
      </p>
    </FullScreenNote>
  );
}

/** The server refuses this screen; only a person can mend it. */
export function BlockedScreen({
  reason,
}: {
  reason: Extract<LinkState, { kind: 'blocked' }>['reason'];
}) {
  const t = useT();
  const key = reason === 'protocol_mismatch' ? 'mismatch' : 'unauthorized';
  return (
    <FullScreenNote isAlert title={t(`boot.${key}Title`)}>
      <p>{t(`boot.${key}Advice`)}</p>
      <ReloadButton />
    </FullScreenNote>
  );
}

/** The server that served this page does not answer; it is asked again and again. */
export function UnreachableScreen() {
  const t = useT();
  return (
    <FullScreenNote isAlert title={t('boot.unreachableTitle')}>
      <p>{t('boot.unreachable', { origin: window.location.origin })}</p>
      <p>{t('boot.askedAgain')}</p>
    </FullScreenNote>
  );
}

function ReloadButton() {
  const t = useT();
  return (
    <Button variant="default" onClick={() => window.location.reload()}>
      {t('boot.reload')}
    </Button>
  );
}
