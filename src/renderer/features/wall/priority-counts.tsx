import type { Incident } from '@shared/domain/incident';
import { PRIORITIES } from '@shared/domain/priority';

import { useLanguage } from '../../i18n/t';
import { formatCount } from '../../ui/format';
import { PriorityBadge } from '../../ui/priority-badge';
import classes from './priority-counts.module.css';

interface PriorityCountsProps {
  incidents: readonly Incident[];
  /** What becomes of a priority without any: `dim` keeps its place, so that the others stay where they were. */
  none: 'dim' | 'omit';
}

/** How many incidents of each priority. */
export function PriorityCounts({ incidents, none }: PriorityCountsProps) {
  const language = useLanguage();
  return (
    <span className={classes['counts']} data-none={none}>
      {PRIORITIES.map((priority) => {
        const n = incidents.filter((incident) => incident.priority === priority).length;
        if (n === 0 && none === 'omit') return null;
        return (
          <span key={priority} className={classes['count']} data-empty={n === 0}>
            <PriorityBadge priority={priority} /> <b>{formatCount(n, language)}</b>
          </span>
        );
      })}
    </span>
  );
}
