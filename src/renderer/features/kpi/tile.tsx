import type { ReactNode } from 'react';

import type { OpenedFigure } from './definition';
import type { Difference } from './difference';
import { DifferenceWords } from './difference-words';
import { FigureButton } from './figure-button';
import classes from './tile.module.css';

interface TileProps {
  label: string;
  figure: OpenedFigure;
  /** Null: there is nothing to compare with. */
  difference: Difference | null;
  /** What it stands on. */
  children: ReactNode;
}

/** A figure of the headline. */
export function Tile({ label, figure, difference, children }: TileProps) {
  return (
    <section className={classes['tile']} aria-label={label}>
      <h2 className={classes['label']}>{label}</h2>
      <p className={classes['value']}>
        <FigureButton figure={figure} />
        {difference !== null && <DifferenceWords difference={difference} />}
      </p>
      <p className={classes['basis']}>{children}</p>
    </section>
  );
}
