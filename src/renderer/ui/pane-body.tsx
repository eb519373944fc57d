import type { ReactNode } from 'react';

import classes from './pane-body.module.css';

/** The part of a pane that scrolls. */
export function PaneBody({ children }: { children: ReactNode }) {
  return <div className={classes['body']}>{children}</div>;
}
