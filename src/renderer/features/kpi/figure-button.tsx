import type { ReactNode } from 'react';

import { type OpenedFigure, useOpenDefinition } from './definition';
import classes from './figure-button.module.css';

interface FigureButtonProps {
  figure: OpenedFigure;
  /** In full, for screen readers. */
  spoken: string;
  children: ReactNode;
}

/** A figure that opens its definition. */
export function FigureButton({ figure, spoken, children }: FigureButtonProps) {
  const open = useOpenDefinition();
  return (
    <button
      type="button"
      className={classes['figure']}
      aria-label={spoken}
      aria-haspopup="dialog"
      onClick={() => open(figure)}
    >
      {children}
    </button>
  );
}
