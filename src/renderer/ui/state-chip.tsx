import type { ReactNode } from 'react';

import classes from './state-chip.module.css';

/** A state in words, set off from the text around it. */
export function StateChip({ children }: { children: ReactNode }) {
  return <span className={classes['chip']}>{children}</span>;
}
