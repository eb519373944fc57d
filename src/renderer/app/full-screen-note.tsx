import type { ReactNode } from 'react';

import classes from './full-screen-note.module.css';

interface FullScreenNoteProps {
  title: string;
  children: ReactNode;
  isAlert?: boolean;
}

/** A screen with one thing to say, in place of the workspace. */
export function FullScreenNote({ title, children, isAlert = false }: FullScreenNoteProps) {
  return (
    <main className={classes['screen']}>
      <div className={classes['note']} role={isAlert ? 'alert' : undefined}>
        <p className={classes['mark']} aria-hidden="true">
          112
        </p>
        <h1 className={classes['title']}>{title}</h1>
        {children}
      </div>
    </main>
  );
}
