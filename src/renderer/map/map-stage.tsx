import 'maplibre-gl/dist/maplibre-gl.css';

import type { City } from '@shared/domain/city-pack';
import { type CSSProperties, type ReactNode, useRef } from 'react';
import { useStore } from 'zustand';

import { useT } from '../i18n/t';
import type { LinkState } from '../live/model';
import classes from './city-map.module.css';
import { MapAttribution } from './map-attribution';
import type { MapEngine } from './map-engine';
import { MapRings } from './map-rings';
import { type MapInputs, useMapEngine } from './use-map-engine';

interface MapStageProps extends MapInputs {
  /** What lies over the running map. */
  children: (engine: MapEngine) => ReactNode;
}

/**
 * The map itself and what every screen says of it: preparing, cannot be drawn, stale, whose data. The map
 * is laid out `scale` times too small and enlarged as a whole, drawn at the screen's full resolution: so
 * everything on it keeps its share of the screen, on any display. Fills its parent.
 */
export function MapStage({ children, ...inputs }: MapStageProps) {
  const t = useT();
  const container = useRef<HTMLDivElement>(null);
  const phase = useMapEngine(container, inputs);
  const isStale = useStore(inputs.client.store, ({ link }) => isOldPicture(link));
  const scale: CSSProperties & Record<'--map-scale', number> = { '--map-scale': inputs.scale };
  return (
    <section
      className={classes['map']}
      aria-label={t('map.title')}
      data-stale={isStale}
      data-phase={phase.kind}
    >
      <div className={classes['scaled']} style={scale}>
        <div ref={container} className={classes['canvas']} />
        {phase.kind === 'ready' && <MapRings engine={phase.engine} />}
      </div>
      {isStale && <div className={classes['hatch']} data-testid="stale-hatch" aria-hidden="true" />}
      {phase.kind === 'loading' && <p className={classes['note']}>{t('map.loading')}</p>}
      {phase.kind === 'failed' && <MapUnavailable />}
      {phase.kind === 'ready' && children(phase.engine)}
      {phase.kind === 'ready' ? (
        <GroundAttribution engine={phase.engine} city={inputs.city.city} />
      ) : (
        <MapAttribution city={inputs.city.city} ground={null} />
      )}
    </section>
  );
}

function GroundAttribution({ engine, city }: { engine: MapEngine; city: City }) {
  const ground = useStore(engine.view, (state) => state.ground);
  return <MapAttribution city={city} ground={ground} />;
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
