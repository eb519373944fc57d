import { useId } from 'react';
import { Bar, BarChart, CartesianGrid, XAxis, YAxis } from 'recharts';

import { useLanguage } from '../../i18n/t';
import { formatCount } from '../format';
import { useRootFontPx } from '../use-root-font-px';
import { labelledIndexes, TICK_TEXT, valueTicks } from './axis-ticks';
import classes from './chart.module.css';
import { ChartReadout } from './chart-readout';
import { ChartSurface } from './chart-surface';
import { plotWidthPx } from './plot-area';
import type { ChartPoint, ChartSeries } from './series';
import { spokenPoint } from './spoken-point';
import { fillOf, TextureFills } from './texture-fills';
import { usePointCursor } from './use-point-cursor';

interface ColumnChartProps {
  label: string;
  /** From the bottom of the stack upwards. */
  series: readonly ChartSeries[];
  points: readonly ChartPoint[];
  /** The readout while no point is read: the whole period. */
  whole: { heading: string; values: Readonly<Record<string, number>> };
  /** Enter or space on the chart. */
  onOpen?: () => void;
}

/** Counts over time or over the hours of a day, stacked where there are several series. */
export function ColumnChart({ label, series, points, whole, onOpen }: ColumnChartProps) {
  const id = useId();
  const language = useLanguage();
  const remPx = useRootFontPx();
  const cursor = usePointCursor(points.length, onOpen);
  const read = cursor.index === null ? undefined : points[cursor.index];
  const text = (value: number | null | undefined): string =>
    value == null ? '—' : formatCount(value, language);
  const rows = points.map(({ values }, index) => ({ index, ...values }));
  const ticks = valueTicks(Math.max(0, ...points.map(({ values }) => sum(values))));
  return (
    <div className={classes['chart']}>
      <ChartReadout
        heading={read?.name ?? whole.heading}
        items={series.map((one) => ({
          series: one,
          value: text(read === undefined ? whole.values[one.key] : read.values[one.key]),
        }))}
        note={read?.note}
      />
      <ChartSurface
        label={label}
        count={points.length}
        cursor={cursor}
        spoken={(index) => spokenPoint(points[index], series, text)}
      >
        {(size, area) => (
          <BarChart
            width={size.widthPx}
            height={size.heightPx}
            data={rows}
            margin={{ top: area.topPx, right: area.rightPx, bottom: 0, left: 0 }}
            barCategoryGap="18%"
            accessibilityLayer={false}
          >
            <TextureFills id={id} series={series} />
            <CartesianGrid vertical={false} stroke="var(--cc-hairline)" />
            <XAxis
              dataKey="index"
              height={area.axisHeightPx}
              ticks={labelledIndexes(points.length, plotWidthPx(area, size) / (3.5 * remPx))}
              tickFormatter={(index: number) => points[index]?.label ?? ''}
              interval={0}
              tick={TICK_TEXT}
              tickLine={false}
              axisLine={{ stroke: 'var(--cc-muted)' }}
            />
            <YAxis
              width={area.leftPx}
              domain={[0, ticks.at(-1) ?? 1]}
              ticks={ticks}
              tickFormatter={(value: number) => formatCount(value, language)}
              tick={TICK_TEXT}
              tickLine={false}
              axisLine={false}
            />
            {series.map((one) => (
              <Bar
                key={one.key}
                dataKey={one.key}
                stackId="all"
                fill={fillOf(id, one)}
                stroke="var(--cc-panel)"
                strokeWidth={series.length > 1 ? 0.75 : 0}
                isAnimationActive={false}
              />
            ))}
          </BarChart>
        )}
      </ChartSurface>
    </div>
  );
}

function sum(values: Readonly<Record<string, number | null>>): number {
  return Object.values(values).reduce<number>((total, value) => total + (value ?? 0), 0);
}
