import { CALL_TYPES, type CallType } from '@shared/domain/call';

import { useLive } from '../../hooks/use-live';
import { useToday } from '../../hooks/use-today';
import { useLanguage, useT } from '../../i18n/t';
import { selectDayFigures } from '../../live/selectors';
import { formatCount } from '../../ui/format';
import classes from './calls-today.module.css';
import { WallNote, WallPanel } from './wall-panel';

const COLOR_OF_TYPE = {
  normal: 'var(--cc-call-type-normal)',
  informasi: 'var(--cc-call-type-informasi)',
  prank: 'var(--cc-call-type-prank)',
  ghost: 'var(--cc-call-type-ghost)',
  terputus: 'var(--cc-call-type-terputus)',
} as const satisfies Record<CallType, string>;

/** Calls since 00:00 WIB and what they turned out to be. */
export function CallsToday() {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const figures = useLive((state) => selectDayFigures(state, today));
  if (figures === null) return null;
  const { calls, callsByType } = figures;
  return (
    <WallPanel title={t('wall.callsToday')}>
      {calls === 0 ? (
        <WallNote title={t('wall.noCalls')} />
      ) : (
        <div className={classes['calls']}>
          <p className={classes['total']}>{formatCount(calls, language)}</p>
          <ul className={classes['types']}>
            {CALL_TYPES.map((type) => (
              <li key={type} className={classes['type']}>
                <span className={classes['name']}>{t(`callType.${type}`)}</span>
                <span className={classes['track']} aria-hidden="true">
                  <span
                    style={{
                      width: `${(callsByType[type] / calls) * 100}%`,
                      background: COLOR_OF_TYPE[type],
                    }}
                  />
                </span>
                <b>{formatCount(callsByType[type], language)}</b>
              </li>
            ))}
          </ul>
        </div>
      )}
    </WallPanel>
  );
}
