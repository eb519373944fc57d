import { incidentStartedAt } from '@shared/domain/incident';
import { useStore } from 'zustand';

import { useCityNames } from '../../hooks/use-city-names';
import { useLive, useNow } from '../../hooks/use-live';
import { shortNumber } from '../../i18n/record-number';
import { useT } from '../../i18n/t';
import { selectionStore } from '../../live/selection';
import { Elapsed } from '../../ui/elapsed';
import { RecordList, RecordRow } from '../../ui/record-list';
import classes from './kecamatan-incidents.module.css';

/** Open incidents in short, to go on to. */
export function KecamatanIncidents({ ids }: { ids: readonly string[] }) {
  const t = useT();
  if (ids.length === 0) return <p className={classes['none']}>{t('kecamatan.noIncidents')}</p>;
  return (
    <RecordList>
      {ids.map((id) => (
        <IncidentRow key={id} id={id} />
      ))}
    </RecordList>
  );
}

function IncidentRow({ id }: { id: string }) {
  const names = useCityNames();
  const nowMs = useNow();
  const incident = useLive((state) => state.model?.incidents.get(id));
  const select = useStore(selectionStore, (state) => state.select);
  if (incident === undefined) return null;
  return (
    <RecordRow
      priority={incident.priority}
      title={names.category(incident.categoryCode)}
      number={shortNumber(incident.number)}
      aside={<Elapsed size="small" startedAt={incidentStartedAt(incident)} nowMs={nowMs} />}
      onPick={() => select({ kind: 'incident', id })}
    />
  );
}
