import { useLanguage } from '../i18n/t';
import classes from './bar-list.module.css';
import { formatCount } from './format';

export interface BarRow {
  key: string;
  label: string;
  value: number;
  /** Small words after the value. */
  aside?: string;
  /** CSS colour; default: the quiet one. */
  color?: string;
}

/** Counts as bars on one scale; label and figure are always written out. */
export function BarList({ rows }: { rows: readonly BarRow[] }) {
  const language = useLanguage();
  const most = Math.max(1, ...rows.map((row) => row.value));
  return (
    <ul className={classes['list']}>
      {rows.map((row) => (
        <li key={row.key} className={classes['row']}>
          <span className={classes['label']} title={row.label}>
            {row.label}
          </span>
          <span className={classes['track']} aria-hidden="true">
            <span
              className={classes['bar']}
              style={{ width: `${(row.value / most) * 100}%`, background: row.color }}
            />
          </span>
          <span className={classes['value']}>
            {formatCount(row.value, language)}
            {row.aside !== undefined && <span className={classes['aside']}>{row.aside}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
