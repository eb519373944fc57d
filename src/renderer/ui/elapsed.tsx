import { elapsedMs, elapsedTone } from '@shared/domain/elapsed';
import type { Instant } from '@shared/domain/time';

import { useLanguage } from '../i18n/t';
import classes from './elapsed.module.css';
import { formatElapsed } from './format';

interface ElapsedProps {
  /** Null: not known, shown as a dash. */
  startedAt: Instant | null;
  /** The server's clock, Unix ms. */
  nowMs: number;
  /** When it stopped: the figure is frozen and quiet. */
  endedAt?: Instant | null;
  size?: 'hero' | 'row' | 'figure' | 'small';
}

/** Running time since a start, in its tone. */
export function Elapsed({ startedAt, nowMs, endedAt = null, size = 'row' }: ElapsedProps) {
  const language = useLanguage();
  if (startedAt === null) {
    return (
      <span className={classes['elapsed']} data-tone="ended" data-size={size}>
        —
      </span>
    );
  }
  const elapsed = elapsedMs(startedAt, endedAt, nowMs);
  return (
    <span
      className={classes['elapsed']}
      data-tone={elapsedTone(elapsed, endedAt !== null)}
      data-size={size}
    >
      {formatElapsed(elapsed, language)}
    </span>
  );
}
