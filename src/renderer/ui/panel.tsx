import type { ReactNode } from 'react';

import classes from './panel.module.css';

interface PanelProps {
  label: string;
  /** Takes the height that is left; else only what it needs. */
  isTall?: boolean;
  children: ReactNode;
}

/** A surface of its own, named for those who cannot see it. */
export function Panel({ label, isTall = false, children }: PanelProps) {
  return (
    <section className={classes['panel']} data-tall={isTall} aria-label={label}>
      {children}
    </section>
  );
}
