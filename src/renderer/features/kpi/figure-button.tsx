import { VisuallyHidden } from '@mantine/core';
import { KPI_DEFINITIONS } from '@shared/domain/kpi-definitions';
import type { ReactNode } from 'react';

import { useLanguage } from '../../i18n/t';
import { type OpenedFigure, useOpenDefinition } from './definition';
import classes from './figure-button.module.css';

interface FigureButtonProps {
  figure: OpenedFigure;
  /** How it is shown; default: its value. */
  children?: ReactNode;
}

/** A figure that opens its definition. Screen readers hear its name with it. */
export function FigureButton({ figure, children }: FigureButtonProps) {
  const open = useOpenDefinition();
  const name = KPI_DEFINITIONS[figure.kpi].name[useLanguage()];
  const subject = figure.subject === null ? '' : `, ${figure.subject}`;
  return (
    <button
      type="button"
      className={classes['figure']}
      aria-haspopup="dialog"
      onClick={() => open(figure)}
    >
      <VisuallyHidden>{`${name}${subject}: `}</VisuallyHidden>
      {children ?? figure.value}
    </button>
  );
}
