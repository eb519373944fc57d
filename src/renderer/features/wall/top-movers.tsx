import { useRef } from 'react';

import { useCityNames } from '../../hooks/use-city-names';
import { useSizeInRem } from '../../hooks/use-size-in-rem';
import { useLanguage, useT } from '../../i18n/t';
import { formatCount } from '../../ui/format';
import type { Mover } from './kecamatan-movers';
import classes from './top-movers.module.css';
import { useKecamatanMovers } from './use-kecamatan-movers';
import { WallPanel } from './wall-panel';

/** Height of a row, rem; the style sheet keeps to it. */
const ROW_REM = 2.625;

/** Where more complaints came in during the last seven days than in the seven before, or fewer; as many as fit. */
export function TopMovers() {
  const t = useT();
  const state = useKecamatanMovers();
  return (
    <WallPanel title={t('wall.movers')} aside={t('wall.moversAgainst')}>
      {state.kind === 'loading' && <p className={classes['note']}>{t('wall.moversLoading')}</p>}
      {state.kind === 'unknown' && <p className={classes['note']}>{t('wall.moversUnknown')}</p>}
      {state.kind === 'known' && <Rows movers={state.movers} />}
    </WallPanel>
  );
}

function Rows({ movers }: { movers: readonly Mover[] }) {
  const t = useT();
  const language = useLanguage();
  const names = useCityNames();
  const list = useRef<HTMLUListElement>(null);
  const size = useSizeInRem(list);
  const shown = Math.floor((size?.heightRem ?? 0) / ROW_REM);
  return (
    <ul ref={list} className={classes['list']}>
      {movers.length === 0 && <li className={classes['empty']}>{t('wall.moversNone')}</li>}
      {movers.slice(0, shown).map(({ code, lately, before, change }) => (
        <li key={code} className={classes['row']}>
          <b className={classes['change']}>
            {change > 0 ? '+' : '−'}
            {formatCount(Math.abs(change), language)}
          </b>
          <span className={classes['name']}>{names.kecamatan(code)}</span>
          <span className={classes['detail']}>
            {formatCount(before, language)} → {formatCount(lately, language)}
          </span>
        </li>
      ))}
    </ul>
  );
}
