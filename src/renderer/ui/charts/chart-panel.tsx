import { IconTable } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';

import { useT } from '../../i18n/t';
import classes from './chart-panel.module.css';
import { DataTable, type TableData } from './data-table';

interface ChartPanelProps {
  title: string;
  /** Beside the title: what it stands on. */
  aside?: ReactNode;
  /** The chart's figures as a table. */
  table: TableData;
  children: ReactNode;
}

/** A chart in its panel, with the switch to the table behind it. */
export function ChartPanel({ title, aside, table, children }: ChartPanelProps) {
  const t = useT();
  const [isTable, setIsTable] = useState(false);
  return (
    <section className={classes['panel']} aria-label={title}>
      <header className={classes['header']}>
        <h2 className={classes['title']}>{title}</h2>
        {aside !== undefined && <span className={classes['aside']}>{aside}</span>}
        <button
          type="button"
          className={classes['switch']}
          aria-pressed={isTable}
          aria-label={t('chart.tableOf', { title })}
          onClick={() => setIsTable(!isTable)}
        >
          <IconTable size="1.1em" />
          {t('chart.table')}
        </button>
      </header>
      <div className={classes['body']}>
        {isTable ? <DataTable caption={title} data={table} /> : children}
      </div>
    </section>
  );
}
