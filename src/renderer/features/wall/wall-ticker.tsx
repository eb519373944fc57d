import { useChangeWords } from '../../hooks/use-change-words';
import { useLive } from '../../hooks/use-live';
import { describeChange } from '../../i18n/describe-change';
import { useT } from '../../i18n/t';
import { formatClock } from '../../ui/format';
import { usePublicNames } from './use-public-names';
import classes from './wall-ticker.module.css';

/** More than this is never in sight. */
const SHOWN = 8;

/** The last changes in words, newest first, in one line; one that does not fit whole is left out. */
export function WallTicker() {
  const t = useT();
  const words = useChangeWords();
  const names = usePublicNames();
  const ticker = useLive((state) => state.ticker);
  if (ticker.length === 0) return <p className={classes['empty']}>{t('ticker.empty')}</p>;
  return (
    <ul className={classes['ticker']} aria-label={t('ticker.label')}>
      {ticker.slice(0, SHOWN).map((change) => (
        <li key={change.seq} className={classes['item']}>
          <time dateTime={change.recordedAt}>
            {formatClock(Date.parse(change.recordedAt)).slice(0, 5)}
          </time>
          <span>{describeChange(change, { ...words, names })}</span>
        </li>
      ))}
    </ul>
  );
}
