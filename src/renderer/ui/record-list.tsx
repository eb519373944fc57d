import type { Priority } from '@shared/domain/priority';
import type { ReactNode } from 'react';

import { PriorityBadge } from './priority-badge';
import classes from './record-list.module.css';

/** Incidents in short, to go on to. Its children are `RecordRow`s. */
export function RecordList({ children }: { children: ReactNode }) {
  return <ul className={classes['list']}>{children}</ul>;
}

interface RecordRowProps {
  priority: Priority;
  title: string;
  number: string;
  place?: string;
  /** At the end of the line. */
  aside: ReactNode;
  onPick: () => void;
}

/** One incident in a line or two. */
export function RecordRow({ priority, title, number, place, aside, onPick }: RecordRowProps) {
  return (
    <li>
      <button type="button" className={classes['row']} onClick={onPick}>
        <PriorityBadge priority={priority} />
        <span className={classes['what']}>
          {title} <span className={classes['quiet']}>{number}</span>
          {place !== undefined && <span className={classes['place']}>{place}</span>}
        </span>
        <span className={classes['quiet']}>{aside}</span>
      </button>
    </li>
  );
}
