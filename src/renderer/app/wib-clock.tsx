import { useNow } from '../hooks/use-live';
import { formatClock } from '../ui/format';
import classes from './header.module.css';

/** The server's time in WIB. */
export function WibClock() {
  const nowMs = useNow();
  return (
    <time className={classes['clock']} dateTime={new Date(nowMs).toISOString()}>
      {formatClock(nowMs)} <span className={classes['zone']}>WIB</span>
    </time>
  );
}
