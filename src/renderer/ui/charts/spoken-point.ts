import type { ChartPoint, ChartSeries } from './series';

/** A point in words, for the readout's listeners: `24 Nov 2026, P50 7,9 mnt, P90 12,6 mnt, n 12`. */
export function spokenPoint(
  point: ChartPoint | undefined,
  series: readonly ChartSeries[],
  text: (value: number | null | undefined) => string,
): string {
  if (point === undefined) return '';
  const values = series.map(({ key, label }) => `${label} ${text(point.values[key])}`);
  return [point.name, ...values, point.note].filter((part) => part !== undefined).join(', ');
}
