import { IconAlertTriangle } from '@tabler/icons-react';

import { useLive } from '../../hooks/use-live';
import { type Translate, useT } from '../../i18n/t';
import { formatClock } from '../../ui/format';
import classes from './link-banner.module.css';

/** Says since when the picture is old and what to do; absent while it is not. */
export function LinkBanner() {
  const t = useT();
  const link = useLive((state) => state.link);
  if (link.kind !== 'stale' && link.kind !== 'offline') return null;
  return (
    <div role="alert" className={classes['banner']} data-kind={link.kind}>
      <IconAlertTriangle size="1.1em" aria-hidden="true" />
      <strong>{t(`link.${link.kind}Title`, { time: formatClock(link.sinceMs) })}</strong>
      <span>{t(`link.${link.kind}Advice`)}</span>
      {link.kind === 'offline' && <span>{retryWords(link.retryAtMs, t)}</span>}
    </div>
  );
}

function retryWords(retryAtMs: number | null, t: Translate): string {
  return retryAtMs === null
    ? t('link.retrying')
    : t('link.retryAt', { time: formatClock(retryAtMs) });
}
