import type { ReactNode } from 'react';

import classes from './section.module.css';

interface SectionProps {
  title: string;
  /** Small words beside the title: a count, a state. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A titled part of a pane, divided from the next by a hairline. */
export function Section({ title, aside, children }: SectionProps) {
  return (
    <section className={classes['section']} aria-label={title}>
      <h3 className={classes['title']}>
        {title}
        {aside !== undefined && <span className={classes['aside']}>{aside}</span>}
      </h3>
      {children}
    </section>
  );
}
