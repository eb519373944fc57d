import type { LngLat } from '@shared/domain/lng-lat';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';

import classes from './city-map.module.css';
import type { MapEngine } from './map-engine';

/**
 * New P1 incidents ring for a few seconds. In CSS over the map: animating them inside would draw the
 * whole map at every frame.
 */
export function MapRings({ engine }: { engine: MapEngine }) {
  const rings = useStore(engine.view, (state) => state.rings);
  return rings.map(({ incidentId, lngLat }) => (
    <PulsingRing key={incidentId} engine={engine} lngLat={lngLat} />
  ));
}

function PulsingRing({ engine: { map }, lngLat }: { engine: MapEngine; lngLat: LngLat }) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = (): void => {
      const { x, y } = map.project(lngLat);
      if (element.current !== null) element.current.style.translate = `${x}px ${y}px`;
    };
    place();
    map.on('move', place);
    return () => {
      map.off('move', place);
    };
  }, [map, lngLat]);
  return <div ref={element} className={classes['ring']} aria-hidden="true" />;
}
