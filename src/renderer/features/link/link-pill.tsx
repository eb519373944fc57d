import { useLive } from '../../hooks/use-live';
import { useT } from '../../i18n/t';
import classes from './link-pill.module.css';
import { linkWords } from './link-words';

/** The state of the line to the server; always on screen. */
export function LinkPill() {
  const t = useT();
  const link = useLive((state) => state.link);
  const { words, tone } = linkWords(link, t);
  return (
    <output className={classes['pill']} data-tone={tone} aria-label={t('link.name')}>
      <span className={classes['dot']} aria-hidden="true" />
      {words}
    </output>
  );
}
