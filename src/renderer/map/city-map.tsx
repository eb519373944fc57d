import 'maplibre-gl/dist/maplibre-gl.css';

import type { CityPack } from '@shared/domain/city-pack';
import { useRef } from 'react';
import { useStore } from 'zustand';

import { useT } from '../i18n/t';
import type { LinkState, LiveClient } from '../live/model';
import type { ThemeName } from '../theme/tokens';
import classes from './city-map.module.css';
import type { ComplaintMetric } from './complaint-metric';
import { MapAttribution } from './map-attribution';
import { MapControls } from './map-controls';
import type { MapEngine } from './map-engine';
import { MapLegend } from './map-legend';
import { MapPopover } from './map-popover';
import type { MapProbe } from './map-probe';
import { MapRings } from './map-rings';
import { MapViewChips } from './map-view-chips';
import { useAutomaticViewKey } from './use-automatic-view-key';
import { useMapEngine } from './use-map-engine';

export interface CityMapProps {
  client: LiveClient;
  city: CityPack;
  theme: ThemeName;
  metric: ComplaintMetric;
  onMetricChange: (metric: ComplaintMetric) => void;
  /** Reads back what the map has drawn; null when the map has gone. */
  onProbe: (probe: MapProbe | null) => void;
  onFault: (error: Error) => void;
}

/** The map of the city: incidents, units and complaints, with its legend and controls. Fills its parent. */
export function CityMap({ onMetricChange, ...inputs }: CityMapProps) {
  const t = useT();
  const container = useRef<HTMLDivElement>(null);
  const phase = useMapEngine(container, inputs);
  const isStale = useStore(inputs.client.store, ({ link }) => isOldPicture(link));
  return (
    <section
      className={classes['map']}
      aria-label={t('map.title')}
      data-stale={isStale}
      data-phase={phase.kind}
    >
      <div ref={container} className={classes['canvas']} />
      {isStale && <div className={classes['hatch']} data-testid="stale-hatch" aria-hidden="true" />}
      {phase.kind === 'loading' && <p className={classes['note']}>{t('map.loading')}</p>}
      {phase.kind === 'failed' && <MapUnavailable />}
      {phase.kind === 'ready' && (
        <MapOverlays engine={phase.engine} onMetricChange={onMetricChange} {...inputs} />
      )}
      <MapAttribution city={inputs.city.city} />
    </section>
  );
}

type OverlayProps = Pick<CityMapProps, 'client' | 'city' | 'metric' | 'onMetricChange'> & {
  engine: MapEngine;
};

function MapOverlays({ engine, client, city, metric, onMetricChange }: OverlayProps) {
  useAutomaticViewKey(engine.camera);
  return (
    <>
      <MapRings engine={engine} />
      <MapLegend view={engine.view} metric={metric} onMetricChange={onMetricChange} />
      <MapControls camera={engine.camera} />
      <MapViewChips view={engine.view} camera={engine.camera} />
      <MapPopover view={engine.view} client={client} city={city} />
    </>
  );
}

function MapUnavailable() {
  const t = useT();
  return (
    <div className={classes['note']} role="alert">
      <strong>{t('map.noWebglTitle')}</strong>
      <p>{t('map.noWebglHint')}</p>
    </div>
  );
}

function isOldPicture(link: LinkState): boolean {
  return link.kind === 'stale' || link.kind === 'offline' || link.kind === 'blocked';
}
