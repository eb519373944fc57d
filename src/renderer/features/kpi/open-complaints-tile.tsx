import type { KpiComplaintCounts } from '@shared/protocol/kpi';

import { countDifference } from './difference';
import { DifferenceWords } from './difference-words';
import { FigureButton } from './figure-button';
import { Tile } from './tile';
import classes from './tile.module.css';
import { useKpiWords } from './use-kpi-words';

interface OpenComplaintsTileProps {
  complaints: KpiComplaintCounts;
  before: KpiComplaintCounts | null;
}

/** How many complaints wait, and for how many of them the deadline has passed. */
export function OpenComplaintsTile({ complaints, before }: OpenComplaintsTileProps) {
  const { t, count } = useKpiWords();
  const { open, overdue } = complaints;
  return (
    <Tile
      label={t('kpi.open')}
      figure={{
        kpi: 'complaintsOpen',
        subject: null,
        value: count(open),
        n: open,
        excluded: [],
        previous: before === null ? null : count(before.open),
      }}
      // Neither good nor bad by itself: a campaign that makes people report brings more of them.
      difference={before === null ? null : countDifference(open, before.open, null)}
    >
      <span className={classes['overdue']} data-breach={overdue > 0}>
        <FigureButton
          figure={{
            kpi: 'complaintsOverdue',
            subject: null,
            value: count(overdue),
            n: open,
            excluded: [],
            previous: before === null ? null : count(before.overdue),
          }}
        >
          {t('kpi.overdue', { count: count(overdue) })}
        </FigureButton>
      </span>
      {before !== null && (
        <DifferenceWords difference={countDifference(overdue, before.overdue, 'lower')} />
      )}
    </Tile>
  );
}
