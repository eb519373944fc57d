import type { KpiComplaintCounts } from '@shared/protocol/kpi';

import { shareDifference } from './difference';
import { FigureButton } from './figure-button';
import { Tile } from './tile';
import { useKpiWords } from './use-kpi-words';

interface DoneComplaintsTileProps {
  complaints: KpiComplaintCounts;
  before: KpiComplaintCounts | null;
}

/** Which share of the complaints that were done kept its deadline; how many were done, and came in. */
export function DoneComplaintsTile({ complaints, before }: DoneComplaintsTileProps) {
  const { t, count, share, sampleSize } = useKpiWords();
  const { done, received } = complaints;
  const inTime = shareInTime(complaints);
  const inTimeBefore = before === null ? null : shareInTime(before);
  return (
    <Tile
      label={t('kpi.doneInTime')}
      figure={{
        kpi: 'complaintsDoneInTime',
        subject: null,
        value: share(inTime.value),
        n: done,
        excluded: [],
        previous: inTimeBefore === null ? null : share(inTimeBefore.value),
      }}
      difference={inTimeBefore === null ? null : shareDifference(inTime, inTimeBefore, 'higher')}
    >
      <FigureButton
        figure={{
          kpi: 'complaintsDone',
          subject: null,
          value: count(done),
          n: done,
          excluded: [],
          previous: before === null ? null : count(before.done),
        }}
      >
        {t('kpi.column.done')} {sampleSize(done)}
      </FigureButton>
      <FigureButton
        figure={{
          kpi: 'complaintsReceived',
          subject: null,
          value: count(received),
          n: received,
          excluded: [],
          previous: before === null ? null : count(before.received),
        }}
      >
        {count(received)} {t('kpi.column.received')}
      </FigureButton>
    </Tile>
  );
}

function shareInTime({ done, doneInTime }: KpiComplaintCounts): {
  n: number;
  value: number | null;
} {
  return { n: done, value: done === 0 ? null : doneInTime / done };
}
