import type { Change } from '@shared/protocol/changes';
import { useStore } from 'zustand';

import { useChangeWords } from '../../hooks/use-change-words';
import { useLive, useLiveClient } from '../../hooks/use-live';
import { describeChange } from '../../i18n/describe-change';
import { useT } from '../../i18n/t';
import { selectionStore } from '../../live/selection';
import { formatClock } from '../../ui/format';
import classes from './event-ticker.module.css';
import { selectionOfChange } from './selection-of-change';

/** More than this is never in sight. */
const SHOWN = 12;

/** The last changes in words, newest first; a click selects what one is about. */
export function EventTicker() {
  const t = useT();
  const ticker = useLive((state) => state.ticker);
  if (ticker.length === 0) return <p className={classes['empty']}>{t('ticker.empty')}</p>;
  return (
    <ul className={classes['ticker']} aria-label={t('ticker.label')}>
      {ticker.slice(0, SHOWN).map((change) => (
        <TickerItem key={change.seq} change={change} />
      ))}
    </ul>
  );
}

function TickerItem({ change }: { change: Change }) {
  const words = useChangeWords();
  const { store } = useLiveClient();
  const select = useStore(selectionStore, (state) => state.select);
  const selection = selectionOfChange(change, (id) => {
    const area = store.getState().model?.complaints.get(id)?.area;
    return area?.kind === 'in_city' ? area.kecamatanCode : null;
  });
  const text = (
    <>
      <time dateTime={change.recordedAt}>{formatClock(Date.parse(change.recordedAt))}</time>
      {describeChange(change, words)}
    </>
  );
  return (
    <li className={classes['item']}>
      {selection === null ? (
        <span className={classes['text']}>{text}</span>
      ) : (
        <button type="button" className={classes['text']} onClick={() => select(selection)}>
          {text}
        </button>
      )}
    </li>
  );
}
