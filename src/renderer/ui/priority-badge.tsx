import type { Priority } from '@shared/domain/priority';

import classes from './priority-badge.module.css';

/** The priority as its letter on its colour. */
export function PriorityBadge({ priority }: { priority: Priority }) {
  return (
    <span className={classes['badge']} data-priority={priority}>
      {priority}
    </span>
  );
}
