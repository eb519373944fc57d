import { useLanguage } from '../i18n/t';
import { formatCount } from './format';
import classes from './stacked-bar.module.css';

export interface BarShare {
  key: string;
  label: string;
  value: number;
  color: string;
}

/** Parts of a whole in one bar, with a legend that carries the figures. */
export function StackedBar({ shares }: { shares: readonly BarShare[] }) {
  const language = useLanguage();
  return (
    <>
      <div className={classes['bar']} aria-hidden="true">
        {shares
          .filter((share) => share.value > 0)
          .map((share) => (
            <span key={share.key} style={{ flexGrow: share.value, background: share.color }} />
          ))}
      </div>
      <ul className={classes['legend']}>
        {shares.map((share) => (
          <li key={share.key}>
            <span
              className={classes['swatch']}
              style={{ background: share.color }}
              aria-hidden="true"
            />
            {share.label}{' '}
            <span className={classes['value']}>{formatCount(share.value, language)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
