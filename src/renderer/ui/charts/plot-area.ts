import type { Size } from './use-size';

/** Where a chart draws within its surface. We place it ourselves, so that pointer and cursor agree with it. */
export interface PlotArea {
  leftPx: number;
  rightPx: number;
  topPx: number;
  /** Height of the axis under the plot. */
  axisHeightPx: number;
}

/** @param remPx the size of one rem @param endLabelRem room right of the plot for words beside a line */
export function plotAreaOf(remPx: number, endLabelRem = 0): PlotArea {
  return {
    leftPx: Math.round(2.75 * remPx),
    rightPx: Math.round(Math.max(0.25, endLabelRem) * remPx),
    topPx: Math.round(0.625 * remPx),
    axisHeightPx: Math.round(1.5 * remPx),
  };
}

export function plotWidthPx(area: PlotArea, size: Size): number {
  return Math.max(1, size.widthPx - area.leftPx - area.rightPx);
}

/** The point whose band an x of the surface lies in; null beside the plot. */
export function pointAt(xPx: number, area: PlotArea, size: Size, count: number): number | null {
  const index = Math.floor(((xPx - area.leftPx) / plotWidthPx(area, size)) * count);
  return index >= 0 && index < count ? index : null;
}
