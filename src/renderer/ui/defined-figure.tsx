import { Popover } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';

import { useT } from '../i18n/t';
import classes from './defined-figure.module.css';

/** What a figure says and counts, in the reader's language. */
export interface FigureMeaning {
  name: string;
  formula: string;
  period: string;
  /** How many records stand behind it, as shown. */
  n: string;
  /** What does not count; null: nothing is left out. */
  excluded: string | null;
}

interface DefinedFigureProps {
  meaning: FigureMeaning;
  className: string | undefined;
  /** Its accessible name, where the figure itself is only a number. */
  label?: string;
  /** The figure as it is shown. */
  children: ReactNode;
  /** The records behind it, where the client has them. @param close call it when one is picked */
  records?: (close: () => void) => ReactNode;
}

/** A figure that opens: its definition, and the records behind it. Esc closes it and gives the focus back. */
export function DefinedFigure({
  meaning,
  className,
  label,
  children,
  records,
}: DefinedFigureProps) {
  const t = useT();
  const nameId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const close = (): void => setIsOpen(false);
  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      width={340}
      trapFocus
      returnFocus
      withArrow
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <button
          type="button"
          className={className}
          aria-label={label}
          onClick={() => setIsOpen(!isOpen)}
        >
          {children}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-labelledby={nameId} tabIndex={-1} data-autofocus>
        <h2 id={nameId} className={classes['name']}>
          {meaning.name}
        </h2>
        <dl className={classes['facts']}>
          <dt>{t('kpi.definition.formula')}</dt>
          <dd>{meaning.formula}</dd>
          <dt>{t('kpi.definition.period')}</dt>
          <dd>{meaning.period}</dd>
          <dt>{t('kpi.definition.n')}</dt>
          <dd>{meaning.n}</dd>
          <dt>{t('kpi.definition.excluded')}</dt>
          <dd>{meaning.excluded ?? t('kpi.definition.nothingExcluded')}</dd>
        </dl>
        {records !== undefined && <div className={classes['records']}>{records(close)}</div>}
      </Popover.Dropdown>
    </Popover>
  );
}
