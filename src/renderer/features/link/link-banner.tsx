import { IconAlertTriangle } from '@tabler/icons-react';

import { useLive } from '../../hooks/use-live';
import { type Translate, useT } from '../../i18n/t';
import type { LinkState } from '../../live/model';
import { formatClock } from '../../ui/format';
import classes from './link-banner.module.css';

/** Why this window's own backend does not run, and when it is started again; null: it is not. */
export interface BackendFailure {
  reason: string;
  retryAtMs: number | null;
}

/**
 * Says since when the picture is old and what to do; absent while it is not.
 * @param failure of the backend, while there is one: then there is more to say than that the line is down
 */
export function LinkBanner({ failure }: { failure: BackendFailure | null }) {
  const t = useT();
  const link = useLive((state) => state.link);
  if (link.kind !== 'stale' && link.kind !== 'offline') return null;
  const retry = failure === null ? lineRetry(link, t) : backendRetry(failure, t);
  return (
    <div role="alert" className={classes['banner']} data-kind={link.kind}>
      <IconAlertTriangle size="1.1em" aria-hidden="true" />
      <strong>{t(`link.${link.kind}Title`, { time: formatClock(link.sinceMs) })}</strong>
      {failure === null ? (
        <span>{t(`link.${link.kind}Advice`)}</span>
      ) : (
        <span>
          {t('link.backendFailed')} <code className={classes['reason']}>{failure.reason}</code>
        </span>
      )}
      {retry !== null && <span>{retry}</span>}
    </div>
  );
}

function lineRetry(link: LinkState, t: Translate): string | null {
  if (link.kind !== 'offline') return null;
  return link.retryAtMs === null
    ? t('link.retrying')
    : t('link.retryAt', { time: formatClock(link.retryAtMs) });
}

function backendRetry({ retryAtMs }: BackendFailure, t: Translate): string {
  return retryAtMs === null
    ? t('boot.gaveUp')
    : t('link.retryAt', { time: formatClock(retryAtMs) });
}
