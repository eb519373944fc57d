import classes from './chart-readout.module.css';
import type { ChartSeries } from './series';
import { SeriesSwatch } from './series-swatch';

interface ChartReadoutProps {
  /** What the values belong to: the whole period, or the point being read. */
  heading: string;
  items: readonly { series: ChartSeries; value: string }[];
  note?: string | undefined;
}

/** Legend and tooltip that never covers the chart: each series with the value being read. */
export function ChartReadout({ heading, items, note }: ChartReadoutProps) {
  return (
    <div className={classes['readout']} aria-hidden="true">
      <p className={classes['line']}>
        <span className={classes['heading']}>{heading}</span>
        {note}
      </p>
      <p className={classes['line']}>
        {items.map(({ series, value }) => (
          <span key={series.key} className={classes['item']}>
            <SeriesSwatch series={series} />
            {series.label} <b className={classes['value']}>{value}</b>
          </span>
        ))}
      </p>
    </div>
  );
}
