import type { ReactNode } from 'react';

import classes from './figure.module.css';

interface FigureProps {
  label: string;
  children: ReactNode;
  /** Small words beside the figure: a unit, n. */
  aside?: ReactNode;
}

/** A number as the hero, with its name above it. */
export function Figure({ label, children, aside }: FigureProps) {
  return (
    <div className={classes['figure']}>
      <p className={classes['label']}>{label}</p>
      <p className={classes['value']}>
        {children}
        {aside !== undefined && <span className={classes['aside']}>{aside}</span>}
      </p>
    </div>
  );
}

/** Figures side by side, divided by hairlines. */
export function FigureRow({ children }: { children: ReactNode }) {
  return <div className={classes['row']}>{children}</div>;
}
