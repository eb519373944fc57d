import { CartesianGrid, ComposedChart, Line, ReferenceLine, XAxis, YAxis } from 'recharts';

import { useRootFontPx } from '../use-root-font-px';
import { labelledIndexes, TICK_TEXT, valueTicks } from './axis-ticks';
import classes from './chart.module.css';
import { ChartReadout } from './chart-readout';
import { ChartSurface } from './chart-surface';
import { plotWidthPx } from './plot-area';
import type { ChartPoint, ChartSeries } from './series';
import { LineMarker } from './series-swatch';
import { spokenPoint } from './spoken-point';
import { usePointCursor } from './use-point-cursor';

interface LineChartProps {
  label: string;
  series: readonly ChartSeries[];
  points: readonly ChartPoint[];
  whole: { heading: string; values: Readonly<Record<string, number | null>>; note: string };
  /** What was promised: a line across the chart with its words at the end. */
  threshold: { value: number; label: string };
  formatValue: (value: number) => string;
  formatTick: (value: number) => string;
  onOpen?: () => void;
}

/** The smallest step of the vertical axis. */
const MIN_STEP = 5;

/** Measured values over time. Where nothing was measured the line breaks; a lone point still shows. */
export function LineChart(props: LineChartProps) {
  const { label, series, points, whole, threshold, formatValue, formatTick, onOpen } = props;
  const remPx = useRootFontPx();
  const cursor = usePointCursor(points.length, onOpen);
  const read = cursor.index === null ? undefined : points[cursor.index];
  const text = (value: number | null | undefined): string =>
    value == null ? '—' : formatValue(value);
  const known = points.flatMap(({ values }) => Object.values(values)).filter((v) => v !== null);
  const ticks = valueTicks(Math.max(threshold.value, ...known), MIN_STEP);
  return (
    <div className={classes['chart']}>
      <ChartReadout
        heading={read?.name ?? whole.heading}
        items={series.map((one) => ({
          series: one,
          value: text((read ?? whole).values[one.key]),
        }))}
        note={read === undefined ? whole.note : read.note}
      />
      <ChartSurface
        label={label}
        count={points.length}
        cursor={cursor}
        endLabelRem={3.75}
        spoken={(index) => spokenPoint(points[index], series, text)}
      >
        {(size, area) => (
          <ComposedChart
            width={size.widthPx}
            height={size.heightPx}
            data={points.map(({ values }, index) => ({ index, ...values }))}
            margin={{ top: area.topPx, right: area.rightPx, bottom: 0, left: 0 }}
            accessibilityLayer={false}
          >
            <CartesianGrid vertical={false} stroke="var(--cc-hairline)" />
            <XAxis
              dataKey="index"
              scale="band"
              height={area.axisHeightPx}
              ticks={labelledIndexes(points.length, plotWidthPx(area, size) / (3.75 * remPx))}
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
              tickFormatter={formatTick}
              tick={TICK_TEXT}
              tickLine={false}
              axisLine={false}
            />
            <ReferenceLine
              y={threshold.value}
              stroke="var(--cc-text)"
              strokeDasharray="2 3"
              label={{ value: threshold.label, position: 'right', ...TICK_TEXT }}
            />
            {series.map((one) => (
              <Line
                key={one.key}
                dataKey={one.key}
                type="linear"
                stroke={one.color}
                strokeWidth={2}
                {...(one.mark === 'dashed-line' && { strokeDasharray: '6 4' })}
                connectNulls={false}
                dot={(dot: DotPlace) => (
                  <PointMarker
                    key={dot.index}
                    dot={dot}
                    series={one}
                    remPx={remPx}
                    isHollow={points[dot.index]?.isTiny ?? false}
                  />
                )}
                activeDot={false}
                isAnimationActive={false}
              />
            ))}
          </ComposedChart>
        )}
      </ChartSurface>
    </div>
  );
}

interface DotPlace {
  index: number;
  cx?: number | undefined;
  cy?: number | undefined;
  value?: unknown;
}

interface PointMarkerProps {
  dot: DotPlace;
  series: ChartSeries;
  remPx: number;
  isHollow: boolean;
}

function PointMarker({ dot, series, remPx, isHollow }: PointMarkerProps) {
  const { cx, cy, value } = dot;
  if (cx == null || cy == null || value == null) return null;
  return (
    <LineMarker
      mark={series.mark}
      cx={cx}
      cy={cy}
      radius={0.1875 * remPx}
      color={series.color}
      isHollow={isHollow}
    />
  );
}
