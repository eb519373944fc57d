import { EventTicker } from '../features/ticker/event-ticker';
import { useLive } from '../hooks/use-live';
import { useLanguage, useT } from '../i18n/t';
import { formatCount, formatDecimal } from '../ui/format';
import classes from './footer.module.css';
import { PanelBoundary } from './panel-boundary';
import { useStreamLag } from './use-stream-lag';

/** What happened last, whether it is real, and how far the picture has come. */
export function Footer() {
  const t = useT();
  const isSimulated = useLive((state) => state.hello?.profile === 'demo');
  return (
    <footer className={classes['footer']}>
      <PanelBoundary panel="ticker">
        <EventTicker />
      </PanelBoundary>
      {isSimulated && <strong className={classes['stamp']}>{t('shell.simulated')}</strong>}
      <StreamPlace />
    </footer>
  );
}

function StreamPlace() {
  const t = useT();
  const language = useLanguage();
  const seq = useLive((state) => state.model?.seq ?? 0);
  const lagMs = useStreamLag();
  const seqText = formatCount(seq, language);
  return (
    <span className={classes['place']}>
      {lagMs === null
        ? t('shell.seq', { seq: seqText })
        : t('shell.seqAndLag', { seq: seqText, lag: formatDecimal(lagMs / 1_000, 1, language) })}
    </span>
  );
}
