import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';

import { useT } from '../i18n/t';
import type { LiveClient } from '../live/model';
import classes from './city-map.module.css';
import type { MapViewState } from './map-view-state';

interface FacilitySummaryProps {
  id: string;
  view: StoreApi<MapViewState>;
  client: LiveClient;
}

/** Name, kind and source of the facility under the pointer. */
export function FacilitySummary({ id, view, client }: FacilitySummaryProps) {
  const t = useT();
  const shown = useStore(view, (state) => state.facilities);
  const kinds = useStore(client.store, (state) => state.facilityKinds);
  const facility = [...shown.values()]
    .flatMap((one) => (one.kind === 'ready' ? one.facilities : []))
    .find((candidate) => candidate.id === id);
  if (facility === undefined) return null;
  const source = kinds.find(({ kind }) => kind === facility.kind)?.source;
  return (
    <>
      <p className={classes['summaryHead']}>
        <strong>{facility.name ?? t('facilities.unnamed')}</strong>
        <span>{t(`facilityKind.${facility.kind}`)}</span>
      </p>
      {source !== undefined && <p>{t('facilities.source', { source: source.title })}</p>}
    </>
  );
}
