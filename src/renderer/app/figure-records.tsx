import { type Incident, incidentStartedAt } from '@shared/domain/incident';
import { useStore } from 'zustand';

import { useCityNames } from '../hooks/use-city-names';
import { useNow } from '../hooks/use-live';
import { areaWords } from '../i18n/area-words';
import { shortNumber } from '../i18n/record-number';
import { useLanguage, useT } from '../i18n/t';
import { selectionStore } from '../live/selection';
import { formatTime } from '../ui/format';
import { RecordList, RecordRow } from '../ui/record-list';

interface FigureRecordsProps {
  incidents: readonly Incident[];
  onPick: () => void;
}

/** The incidents behind a figure, the latest first. */
export function FigureRecords({ incidents, onPick }: FigureRecordsProps) {
  const t = useT();
  const language = useLanguage();
  const names = useCityNames();
  const nowMs = useNow(60_000);
  const select = useStore(selectionStore, (state) => state.select);
  const started = incidents
    .map((incident) => ({ incident, ms: Date.parse(incidentStartedAt(incident) ?? '') }))
    .sort((a, b) => (b.ms || 0) - (a.ms || 0));
  return (
    <RecordList>
      {started.map(({ incident, ms }) => (
        <RecordRow
          key={incident.id}
          priority={incident.priority}
          title={names.category(incident.categoryCode)}
          number={shortNumber(incident.number)}
          place={areaWords(incident.area, names, t)}
          aside={Number.isNaN(ms) ? '—' : formatTime(ms, nowMs, language)}
          onPick={() => {
            select({ kind: 'incident', id: incident.id });
            onPick();
          }}
        />
      ))}
    </RecordList>
  );
}
