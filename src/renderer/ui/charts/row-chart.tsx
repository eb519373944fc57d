import { type ReactNode, useRef } from 'react';

import classes from './row-chart.module.css';
import { useRovingFocus } from './use-roving-focus';

export interface RowFigure {
  key: string;
  text: string;
  /** In full, for screen readers: `Kebakaran: 214 kejadian`. */
  spoken: string;
  /** Breached: drawn in the colour of breaches, and bold. */
  isBreach?: boolean;
  /** Drawn quieter: there is none. */
  isNothing?: boolean;
  onOpen: () => void;
}

export interface ChartRow {
  key: string;
  label: string;
  /** Beside the label, small. */
  note?: string | undefined;
  /** Drawn quieter: too little stands behind it. */
  isQuiet?: boolean;
  /** The row's drawing, on the scale all rows share. */
  plot: ReactNode;
  figures: readonly RowFigure[];
}

interface RowChartProps {
  label: string;
  /** Over the figures; the first stands over the labels, the second over the drawing. */
  headings: readonly string[];
  rows: readonly ChartRow[];
  /** Under the rows: the axis of the drawing. */
  axis?: ReactNode;
}

/**
 * A named row per thing: label, drawing, figures. Rows are text, so they are HTML: they can be selected, wrapped,
 * printed and read out, and only what needs axes is drawn by Recharts. One stop of the Tab key; arrows go on from
 * figure to figure.
 */
export function RowChart({ label, headings, rows, axis }: RowChartProps) {
  const ref = useRef<HTMLFieldSetElement>(null);
  const { onKeyDown, onFocus } = useRovingFocus(ref);
  const figureCount = rows[0]?.figures.length ?? 0;
  return (
    <fieldset
      ref={ref}
      className={classes['chart']}
      aria-label={label}
      style={{
        gridTemplateColumns: `${LABEL_AND_PLOT} repeat(${figureCount}, max-content)`,
        // Rows stretch to fill their panel, but a few never as far as to fall apart.
        maxHeight: `${(rows.length + 2) * MAX_ROW_REM}rem`,
      }}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
    >
      <div className={classes['headings']} aria-hidden="true">
        {headings.map((heading, index) => (
          <span key={index}>{heading}</span>
        ))}
      </div>
      {rows.map((row, rowIndex) => (
        <div key={row.key} className={classes['row']} data-quiet={row.isQuiet ?? false}>
          <span className={classes['label']}>
            <span className={classes['name']} title={row.label}>
              {row.label}
            </span>
            {row.note !== undefined && <span className={classes['note']}>{row.note}</span>}
          </span>
          <span className={classes['plot']} aria-hidden="true">
            {row.plot}
          </span>
          {row.figures.map((figure, index) => (
            <button
              key={figure.key}
              type="button"
              className={classes['figure']}
              data-figure
              data-breach={figure.isBreach ?? false}
              data-nothing={figure.isNothing ?? false}
              aria-label={figure.spoken}
              aria-haspopup="dialog"
              tabIndex={rowIndex === 0 && index === 0 ? 0 : -1}
              onClick={figure.onOpen}
            >
              {figure.text}
            </button>
          ))}
        </div>
      ))}
      {axis !== undefined && (
        <div className={classes['axis']} aria-hidden="true">
          {axis}
        </div>
      )}
    </fieldset>
  );
}

const MAX_ROW_REM = 2.75;
/** As wide as the longest label, then what the figures leave. */
const LABEL_AND_PLOT = 'minmax(5rem, max-content) minmax(4rem, 1fr)';
