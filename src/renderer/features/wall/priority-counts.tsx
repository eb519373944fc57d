import type { Incident } from '@shared/domain/incident';
import { PRIORITIES } from '@shared/domain/priority';

import { useLanguage } from '../../i18n/t';
import { formatCount } from '../../ui/format';
import { PriorityBadge } from '../../ui/priority-badge';
import classes from './priority-counts.module.css';

/** How many incidents of each priority. One without any is dimmed, not gone: its place stays where it was. */
export function PriorityCounts({ incidents }: { incidents: readonly Incident[] }) {
  const language = useLanguage();
  return (
    <span className={classes['counts']}>
      {PRIORITIES.map((priority) => {
        const n = incidents.filter((incident) => incident.priority === priority).length;
        return (
          <span key={priority} className={classes['count']} data-empty={n === 0}>
            <PriorityBadge priority={priority} /> <b>{formatCount(n, language)}</b>
          </span>
        );
      })}
    </span>
  );
}
