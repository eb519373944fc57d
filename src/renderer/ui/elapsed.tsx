import { useLanguage } from '../i18n/t';
import classes from './elapsed.module.css';
import { elapsedTone } from './elapsed-tone';
import { formatElapsed } from './format';

interface ElapsedProps {
  /** Unix ms; null: not known, shown as a dash. */
  startMs: number | null;
  nowMs: number;
  /** When it stopped, Unix ms: the figure is frozen and quiet. */
  endedMs?: number | null;
  size?: 'row' | 'figure' | 'small';
}

/** Running time since a start, in its tone. */
export function Elapsed({ startMs, nowMs, endedMs = null, size = 'row' }: ElapsedProps) {
  const language = useLanguage();
  if (startMs === null) {
    return (
      <span className={classes['elapsed']} data-tone="ended" data-size={size}>
        —
      </span>
    );
  }
  const elapsedMs = (endedMs ?? nowMs) - startMs;
  return (
    <span
      className={classes['elapsed']}
      data-tone={endedMs === null ? elapsedTone(elapsedMs) : 'ended'}
      data-size={size}
    >
      {formatElapsed(elapsedMs, language)}
    </span>
  );
}
