import type { ReactNode } from 'react';

import classes from './wall-panel.module.css';

interface WallPanelProps {
  title: string;
  /** Small words beside the title: a sum, a page. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A titled surface of the wall. It never scrolls: what is in it must fit, or fold. */
export function WallPanel({ title, aside, children }: WallPanelProps) {
  return (
    <section className={classes['panel']} aria-label={title}>
      <h2 className={classes['title']}>
        {title}
        {aside !== undefined && <span className={classes['aside']}>{aside}</span>}
      </h2>
      <div className={classes['body']}>{children}</div>
    </section>
  );
}

/** What a panel says while it has nothing to show. */
export function WallNote({ title, hint }: { title: string; hint?: string }) {
  return (
    <div className={classes['note']}>
      <p className={classes['noteTitle']}>{title}</p>
      {hint !== undefined && <p className={classes['noteHint']}>{hint}</p>}
    </div>
  );
}
