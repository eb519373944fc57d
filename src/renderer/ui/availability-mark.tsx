import { type AvailabilityClass } from '@shared/domain/unit-status';
import type { JSX } from 'react';

import classes from './availability-mark.module.css';

/** A shape per class, so that the colour is never alone. Drawn in a 12 × 12 box. */
const SHAPES = {
  available: <circle cx="6" cy="6" r="4.5" />,
  conditional: <path d="M6 0.8 11.2 6 6 11.2 0.8 6Z" />,
  committed: <path d="M6 1 11.4 10.8H0.6Z" />,
  unavailable: <path d="M2.4 1 6 4.6 9.6 1 11 2.4 7.4 6 11 9.6 9.6 11 6 7.4 2.4 11 1 9.6 4.6 6 1 2.4Z" />,
} as const satisfies Record<AvailabilityClass, JSX.Element>;

export function AvailabilityMark({ availability }: { availability: AvailabilityClass }) {
  return (
    <svg className={classes['mark']} data-class={availability} viewBox="0 0 12 12" aria-hidden="true">
      {SHAPES[availability]}
    </svg>
  );
}
