import { type ReactNode, useRef } from 'react';

import { useT } from '../../i18n/t';
import { useRootFontPx } from '../use-root-font-px';
import classes from './chart-surface.module.css';
import { type PlotArea, plotAreaOf, plotWidthPx, pointAt } from './plot-area';
import type { PointCursor } from './use-point-cursor';
import { type Size, useSize } from './use-size';

interface ChartSurfaceProps {
  /** The chart's accessible name. */
  label: string;
  count: number;
  cursor: PointCursor;
  /** What is said of a point. */
  spoken: (index: number) => string;
  endLabelRem?: number;
  children: (size: Size, area: PlotArea) => ReactNode;
}

/**
 * What a chart stands on: its size, the band under the pointer, and its keyboard. Recharts' own accessibility
 * layer is left off: it is silent without its floating tooltip, and that covers what it explains. To assistive
 * technology this is a slider over the points, whose value text is the point: announced by all, learnt by none.
 */
export function ChartSurface(props: ChartSurfaceProps) {
  const { label, count, cursor, spoken, endLabelRem, children } = props;
  const t = useT();
  const ref = useRef<HTMLDivElement>(null);
  const size = useSize(ref);
  const area = plotAreaOf(useRootFontPx(), endLabelRem);
  const { index } = cursor;
  return (
    <div
      ref={ref}
      className={classes['surface']}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-roledescription={t('chart.role')}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={Math.max(0, count - 1)}
      aria-valuenow={index ?? 0}
      aria-valuetext={index === null ? t('chart.hint') : spoken(index)}
      onKeyDown={cursor.onKeyDown}
      onBlur={() => cursor.point(null)}
      onPointerMove={(event) => {
        if (size === null) return;
        const { left } = event.currentTarget.getBoundingClientRect();
        cursor.point(pointAt(event.clientX - left, area, size, count));
      }}
      onPointerLeave={() => cursor.point(null)}
    >
      {size !== null && index !== null && <Band index={index} {...{ size, area, count }} />}
      {size !== null && children(size, area)}
    </div>
  );
}

interface BandProps {
  index: number;
  size: Size;
  area: PlotArea;
  count: number;
}

function Band({ index, size, area, count }: BandProps) {
  const widthPx = plotWidthPx(area, size) / count;
  return (
    <div
      className={classes['band']}
      style={{
        left: area.leftPx + index * widthPx,
        width: widthPx,
        top: area.topPx,
        bottom: area.axisHeightPx,
      }}
    />
  );
}
