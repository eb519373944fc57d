import type { CityPack } from '@shared/domain/city-pack';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';

import type { LiveClient } from '../live/model';
import classes from './city-map.module.css';
import { FacilitySummary } from './facility-summary';
import { AreaSummary, IncidentSummary, UnitSummary } from './map-summaries';
import type { MapHover, MapViewState } from './map-view-state';

interface MapPopoverProps {
  view: StoreApi<MapViewState>;
  client: LiveClient;
  city: CityPack;
  /** CSS pixels per pixel of the map. */
  scale: number;
}

/** A few words on what is under the pointer. */
export function MapPopover({ view, client, city, scale }: MapPopoverProps) {
  const hover = useStore(view, (state) => state.hover);
  if (hover === null) return null;
  return (
    <div
      className={classes['popover']}
      style={{ translate: `${hover.x * scale}px ${hover.y * scale}px` }}
    >
      <Summary hover={hover} view={view} client={client} city={city} />
    </div>
  );
}

function Summary({
  hover,
  view,
  client,
  city,
}: Omit<MapPopoverProps, 'scale'> & { hover: MapHover }) {
  const { target } = hover;
  switch (target.kind) {
    case 'incident':
      return <IncidentSummary id={target.id} client={client} city={city} />;
    case 'unit':
      return <UnitSummary id={target.id} client={client} city={city} />;
    case 'facility':
      return <FacilitySummary id={target.id} view={view} client={client} />;
    case 'kecamatan':
      return <AreaSummary code={target.code} view={view} city={city} />;
  }
}
