import { useLive } from '../../hooks/use-live';
import { useT } from '../../i18n/t';
import { formatClock } from '../../ui/format';
import classes from './stale-band.module.css';

/** Says across the room since when the picture is old; absent while it is not. */
export function StaleBand() {
  const t = useT();
  const link = useLive((state) => state.link);
  if (link.kind !== 'stale' && link.kind !== 'offline') return null;
  return (
    <div role="alert" className={classes['band']} data-kind={link.kind}>
      <strong>{t(`link.${link.kind}Title`, { time: formatClock(link.sinceMs) })}</strong>
      <span>{t(`link.${link.kind}Advice`)}</span>
    </div>
  );
}
