import { assertNever } from '@shared/assert';

import type { ChartSeries, SeriesMark } from './series';
import classes from './series-swatch.module.css';

/** The series as a legend shows it: with its texture, or with its dash and point. */
export function SeriesSwatch({ series }: { series: Pick<ChartSeries, 'color' | 'mark'> }) {
  const { color, mark } = series;
  if (mark === 'solid-line' || mark === 'dashed-line') {
    return (
      <svg className={classes['line']} viewBox="0 0 24 10" aria-hidden="true">
        <path
          d="M0 5H24"
          stroke={color}
          strokeWidth="2"
          strokeDasharray={mark === 'dashed-line' ? '5 3' : undefined}
        />
        <LineMarker mark={mark} cx={12} cy={5} radius={3} color={color} />
      </svg>
    );
  }
  return <span className={classes['area']} data-mark={mark} style={{ color }} aria-hidden="true" />;
}

interface LineMarkerProps {
  mark: SeriesMark;
  cx: number;
  cy: number;
  radius: number;
  color: string;
  isHollow?: boolean;
}

/** The point of a line: a disc on a solid one, a diamond on a dashed one. */
export function LineMarker({ mark, cx, cy, radius, color, isHollow = false }: LineMarkerProps) {
  const paint = isHollow ? { fill: 'var(--cc-panel)', stroke: color } : { fill: color };
  switch (mark) {
    case 'dashed-line': {
      const reach = radius * 1.3;
      const corners = `M${cx} ${cy - reach}L${cx + reach} ${cy}L${cx} ${cy + reach}L${cx - reach} ${cy}Z`;
      return <path d={corners} {...paint} />;
    }
    case 'solid-line':
    case 'plain':
    case 'hatched':
    case 'dotted':
      return <circle cx={cx} cy={cy} r={radius} {...paint} />;
    default:
      return assertNever(mark);
  }
}
