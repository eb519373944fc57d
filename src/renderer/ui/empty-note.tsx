import type { ReactNode } from 'react';

import classes from './empty-note.module.css';

interface EmptyNoteProps {
  title: string;
  /** What will appear here, or what to do. */
  hint?: string;
  action?: ReactNode;
}

/** What a panel says while it has nothing to show. */
export function EmptyNote({ title, hint, action }: EmptyNoteProps) {
  return (
    <div className={classes['note']}>
      <p className={classes['title']}>{title}</p>
      {hint !== undefined && <p className={classes['hint']}>{hint}</p>}
      {action}
    </div>
  );
}
