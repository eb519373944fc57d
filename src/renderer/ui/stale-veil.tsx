import type { ReactNode } from 'react';

import classes from './stale-veil.module.css';

/** Hatches what lies under it while the data are stale; everything stays readable and usable. */
export function StaleVeil({ isStale, children }: { isStale: boolean; children: ReactNode }) {
  return (
    <div className={classes['veiled']} data-stale={isStale}>
      {children}
      {isStale && <div className={classes['hatch']} data-testid="stale-hatch" aria-hidden="true" />}
    </div>
  );
}
