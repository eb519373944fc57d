import { incidentStartedAt } from '@shared/domain/incident';
import { useStore } from 'zustand';

import { useCityNames } from '../../hooks/use-city-names';
import { useLive, useNow } from '../../hooks/use-live';
import { shortNumber } from '../../i18n/record-number';
import { useT } from '../../i18n/t';
import { selectionStore } from '../../live/selection';
import { Elapsed } from '../../ui/elapsed';
import { PriorityBadge } from '../../ui/priority-badge';
import classes from './kecamatan-incidents.module.css';

/** Open incidents in short, to go on to. */
export function KecamatanIncidents({ ids }: { ids: readonly string[] }) {
  const t = useT();
  if (ids.length === 0) return <p className={classes['none']}>{t('kecamatan.noIncidents')}</p>;
  return (
    <ul className={classes['list']}>
      {ids.map((id) => (
        <IncidentRow key={id} id={id} />
      ))}
    </ul>
  );
}

function IncidentRow({ id }: { id: string }) {
  const names = useCityNames();
  const nowMs = useNow();
  const incident = useLive((state) => state.model?.incidents.get(id));
  const select = useStore(selectionStore, (state) => state.select);
  if (incident === undefined) return null;
  return (
    <li>
      <button
        type="button"
        className={classes['row']}
        onClick={() => select({ kind: 'incident', id })}
      >
        <PriorityBadge priority={incident.priority} />
        <span className={classes['what']}>
          {names.category(incident.categoryCode)} <span>{shortNumber(incident.number)}</span>
        </span>
        <Elapsed size="small" startedAt={incidentStartedAt(incident)} nowMs={nowMs} />
      </button>
    </li>
  );
}
