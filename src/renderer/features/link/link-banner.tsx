import { IconAlertTriangle } from '@tabler/icons-react';

import { useLive, useNow } from '../../app/use-live';
import { useLanguage, useT } from '../../i18n/t';
import type { LinkState } from '../../live/model';
import { formatAge, formatClock } from '../../ui/format';
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
      {link.kind === 'offline' && <Retry link={link} />}
    </div>
  );
}

function Retry({ link }: { link: Extract<LinkState, { kind: 'offline' }> }) {
  const t = useT();
  const language = useLanguage();
  useNow();
  if (link.retryAtMs === null) return <span>{t('link.retrying')}</span>;
  // The retry is set by this machine's clock, not by the server's.
  const inMs = link.retryAtMs - Date.now();
  return <span>{inMs <= 0 ? t('link.retrying') : t('link.retryIn', { time: formatAge(inMs + 999, language) })}</span>;
}
