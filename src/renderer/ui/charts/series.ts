/** One kind of thing in a chart: its words, its colour, and a second sign beside the colour. */
export interface ChartSeries {
  key: string;
  label: string;
  /** CSS colour, normally a token: `var(--cc-…)`. */
  color: string;
  mark: SeriesMark;
}

/** Filled areas differ by texture, lines by dash and by the shape of their points. */
export type SeriesMark = 'plain' | 'hatched' | 'dotted' | 'solid-line' | 'dashed-line';

/** A place on the horizontal axis. A value is null where nothing was measured: never drawn, never zero. */
export interface ChartPoint {
  /** Under the axis: `24 Nov`. */
  label: string;
  /** In full, for the readout and for screen readers: `Selasa, 24 Nov 2026`. */
  name: string;
  values: Readonly<Record<string, number | null>>;
  /** Said with the values: `n 12`, `n kecil`. */
  note?: string;
  /** Too little stands behind it to conclude from: drawn hollow. */
  isTiny?: boolean;
}
