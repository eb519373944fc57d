import type { ReactNode } from 'react';

import classes from './fact-list.module.css';

export interface Fact {
  label: string;
  value: ReactNode;
}

/** Facts as a list of terms and values. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={classes['list']}>
      {facts.map((fact) => (
        <div key={fact.label} className={classes['row']}>
          <dt className={classes['label']}>{fact.label}</dt>
          <dd className={classes['value']}>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
