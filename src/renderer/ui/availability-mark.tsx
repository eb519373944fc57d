import { type AvailabilityClass } from '@shared/domain/unit-status';
import type { JSX } from 'react';

import classes from './availability-mark.module.css';

/** The map's shapes (disc, diamond, square, hollow disc), so that the colour is never alone. In a 12 × 12 box. */
const SHAPES = {
  available: <circle cx="6" cy="6" r="4.5" />,
  conditional: <path d="M6 0.8 11.2 6 6 11.2 0.8 6Z" />,
  committed: <rect x="1.5" y="1.5" width="9" height="9" rx="1.5" />,
  unavailable: <circle cx="6" cy="6" r="4" />,
} as const satisfies Record<AvailabilityClass, JSX.Element>;

export function AvailabilityMark({ availability }: { availability: AvailabilityClass }) {
  return (
    <svg
      className={classes['mark']}
      data-class={availability}
      viewBox="0 0 12 12"
      aria-hidden="true"
    >
      {SHAPES[availability]}
    </svg>
  );
}
