import classes from './range-track.module.css';

interface RangeTrackProps {
  /** Null: nothing was measured. */
  range: { low: number; high: number } | null;
  threshold: number;
  /** The value at the right end, the same for all rows. */
  max: number;
  isQuiet?: boolean;
}

/** From P50 (disc) to P90 (diamond) on one scale, with the threshold as a line through all rows. */
export function RangeTrack({ range, threshold, max, isQuiet = false }: RangeTrackProps) {
  const place = (value: number): string => `${Math.min(100, (value / max) * 100)}%`;
  return (
    <span className={classes['track']} data-quiet={isQuiet}>
      <span className={classes['threshold']} style={{ left: place(threshold) }} />
      {range !== null && (
        <>
          <span
            className={classes['range']}
            style={{ left: place(range.low), right: `calc(100% - ${place(range.high)})` }}
          />
          <span className={classes['low']} style={{ left: place(range.low) }} />
          <span className={classes['high']} style={{ left: place(range.high) }} />
        </>
      )}
    </span>
  );
}

interface RangeAxisProps {
  ticks: readonly { value: number; label: string }[];
  max: number;
}

/** The scale under the tracks. */
export function RangeAxis({ ticks, max }: RangeAxisProps) {
  return (
    <span className={classes['axis']}>
      {ticks.map(({ value, label }) => (
        <span key={value} className={classes['tick']} style={{ left: `${(value / max) * 100}%` }}>
          {label}
        </span>
      ))}
    </span>
  );
}
