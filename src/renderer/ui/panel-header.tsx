import type { ReactNode } from 'react';

import classes from './panel-header.module.css';

interface PanelHeaderProps {
  title: string;
  count?: string;
  children?: ReactNode;
}

/** The top line of a panel: its name, how many, and its controls. */
export function PanelHeader({ title, count, children }: PanelHeaderProps) {
  return (
    <header className={classes['header']}>
      <h2 className={classes['title']}>{title}</h2>
      {count !== undefined && <span className={classes['count']}>{count}</span>}
      <div className={classes['controls']}>{children}</div>
    </header>
  );
}
