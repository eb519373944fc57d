import { Drawer } from '@mantine/core';
import { KPI_DEFINITIONS, type KpiId } from '@shared/domain/kpi-definitions';
import type { KpiReport } from '@shared/protocol/kpi';
import { createContext, type ReactNode, useContext, useState } from 'react';

import { useLanguage, useT } from '../../i18n/t';
import { formatClock, formatCount, formatDate } from '../../ui/format';
import classes from './definition.module.css';
import { isTiny, TINY_N } from './difference';
import { periodWords } from './period-words';

/** A figure that was clicked. */
export interface OpenedFigure {
  kpi: KpiId;
  /** Of which part: a category, an agency; null: of all. */
  subject: string | null;
  /** As shown. */
  value: string;
  /** How many records stand behind it. */
  n: number;
  /** What was left out and how often, in words. */
  excluded: readonly string[];
  /** The same figure of the period before, as it would be shown; null: not compared. */
  previous: string | null;
}

const OpenContext = createContext<((figure: OpenedFigure) => void) | null>(null);

/** Opens the definition of a figure. @throws Error outside of a `DefinitionProvider` */
export function useOpenDefinition(): (figure: OpenedFigure) => void {
  const open = useContext(OpenContext);
  if (open === null) throw new Error('useOpenDefinition needs a DefinitionProvider above it.');
  return open;
}

/** One drawer for every figure of a report. */
export function DefinitionProvider({
  report,
  children,
}: {
  report: KpiReport;
  children: ReactNode;
}) {
  const t = useT();
  const [figure, setFigure] = useState<OpenedFigure | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const open = (opened: OpenedFigure): void => {
    setFigure(opened);
    setIsOpen(true);
  };
  return (
    <OpenContext value={open}>
      {children}
      <Drawer
        opened={isOpen}
        onClose={() => setIsOpen(false)}
        position="right"
        size="26rem"
        title={t('kpi.definition')}
        closeButtonProps={{ 'aria-label': t('kpi.close') }}
        overlayProps={{ backgroundOpacity: 0.2 }}
        transitionProps={{ duration: 120 }}
        classNames={{
          content: classes['content'] ?? '',
          header: classes['header'] ?? '',
          title: classes['heading'] ?? '',
        }}
      >
        {figure !== null && <Definition figure={figure} report={report} />}
      </Drawer>
    </OpenContext>
  );
}

function Definition({ figure, report }: { figure: OpenedFigure; report: KpiReport }) {
  const t = useT();
  const language = useLanguage();
  const definition = KPI_DEFINITIONS[figure.kpi];
  const { exclusions } = definition;
  const computedAt = Date.parse(report.computedAt);
  return (
    <div className={classes['definition']}>
      <h2 className={classes['name']}>
        {definition.name[language]}
        {figure.subject !== null && <span className={classes['subject']}>{figure.subject}</span>}
      </h2>
      <p className={classes['value']}>{figure.value}</p>
      {isTiny(figure.n) && (
        <p className={classes['tiny']}>{t('kpi.definition.tiny', { n: TINY_N })}</p>
      )}
      <dl className={classes['facts']}>
        <dt>{t('kpi.definition.formula')}</dt>
        <dd>{definition.formula[language]}</dd>
        <dt>{t('kpi.definition.period')}</dt>
        <dd>{periodWords(report.period, language)}</dd>
        <dt>{t('kpi.definition.n')}</dt>
        <dd>{formatCount(figure.n, language)}</dd>
        {figure.previous !== null && (
          <>
            <dt>{t('kpi.definition.previous')}</dt>
            <dd>
              {figure.previous} ({periodWords(report.previous.period, language)})
            </dd>
          </>
        )}
        <dt>{t('kpi.definition.excluded')}</dt>
        <dd>
          {exclusions === null ? t('kpi.definition.nothingExcluded') : exclusions[language]}
          {figure.excluded.length > 0 && (
            <span className={classes['counts']}>{figure.excluded.join(', ')}</span>
          )}
        </dd>
        <dt>{t('kpi.definition.source')}</dt>
        <dd>{definition.source}</dd>
        <dt>{t('kpi.definition.computed')}</dt>
        <dd>
          {formatDate(computedAt, language, true)},{' '}
          {t('kpi.asOf', { time: formatClock(computedAt) })}
        </dd>
      </dl>
    </div>
  );
}
