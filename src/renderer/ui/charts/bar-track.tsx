import classes from './bar-track.module.css';
import type { SeriesMark } from './series';

export interface BarPart {
  key: string;
  value: number;
  color: string;
  mark: SeriesMark;
}

/** A bar of one or more parts. @param max the value that fills the whole track, the same for all rows */
export function BarTrack({ parts, max }: { parts: readonly BarPart[]; max: number }) {
  return (
    <span className={classes['track']}>
      {parts.map(({ key, value, color, mark }) =>
        value > 0 ? (
          <span
            key={key}
            className={classes['bar']}
            data-mark={mark}
            style={{ width: `${(value / Math.max(1, max)) * 100}%`, color }}
          />
        ) : null,
      )}
    </span>
  );
}
