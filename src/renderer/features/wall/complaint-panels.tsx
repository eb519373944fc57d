import { useMemo } from 'react';

import { useCity } from '../../hooks/use-city';
import { useCityNames } from '../../hooks/use-city-names';
import { useLive, useNow } from '../../hooks/use-live';
import { useToday } from '../../hooks/use-today';
import { useLanguage, useT } from '../../i18n/t';
import { formatCount, formatDecimal } from '../../ui/format';
import { type ComplaintFigures, complaintFigures } from './complaint-figures';
import classes from './complaint-panels.module.css';
import { TopMovers } from './top-movers';
import { WallPanel } from './wall-panel';

/** The complaints as they stand: sums, every kecamatan in order, and who moved most. */
export function ComplaintPanels() {
  const { kecamatan } = useCity();
  const day = useToday();
  const nowMs = useNow(60_000);
  const complaints = useLive(({ model }) => model?.complaints);
  const figures = useMemo(
    () =>
      complaints === undefined
        ? null
        : complaintFigures(complaints.values(), kecamatan, day, nowMs),
    [complaints, kecamatan, day, nowMs],
  );
  if (figures === null) return null;
  return (
    <div className={classes['panels']}>
      <Sums figures={figures} />
      <Ranking figures={figures} />
      <TopMovers />
    </div>
  );
}

function Sums({ figures }: { figures: ComplaintFigures }) {
  const t = useT();
  const language = useLanguage();
  const sums = [
    { label: t('wall.complaintsOpen'), n: figures.open },
    { label: t('wall.complaintsOverdue'), n: figures.overdue },
    { label: t('wall.complaintsReceived'), n: figures.received },
  ];
  return (
    <dl className={classes['sums']}>
      {sums.map(({ label, n }) => (
        <div key={label} className={classes['sum']}>
          <dt>{label}</dt>
          <dd>{formatCount(n, language)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Ranking({ figures }: { figures: ComplaintFigures }) {
  const t = useT();
  const language = useLanguage();
  const names = useCityNames();
  const most = Math.max(1, ...figures.byKecamatan.map(({ open }) => open));
  const { outsideCity, unknownArea } = figures;
  return (
    <WallPanel title={t('wall.ranking')}>
      <ol className={classes['ranking']}>
        {figures.byKecamatan.map(({ code, open, overdue, per1000 }) => (
          <li key={code} className={classes['rank']}>
            <span className={classes['name']}>{names.kecamatan(code)}</span>
            <span className={classes['track']} aria-hidden="true">
              <span style={{ width: `${(open / most) * 100}%` }} />
            </span>
            <b>{formatCount(open, language)}</b>
            <span className={classes['detail']}>
              {formatCount(overdue, language)} {t('wall.overdue')}
            </span>
            <span className={classes['detail']}>
              {formatDecimal(per1000, 1, language)}/{formatCount(1_000, language)}
            </span>
          </li>
        ))}
      </ol>
      {outsideCity + unknownArea > 0 && (
        <p className={classes['unplaced']}>
          {t('wall.unplaced', {
            unknown: formatCount(unknownArea, language),
            outside: formatCount(outsideCity, language),
          })}
        </p>
      )}
    </WallPanel>
  );
}
