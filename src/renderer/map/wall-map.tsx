import type { LngLat } from '@shared/domain/lng-lat';
import { useEffect } from 'react';

import { useRootFontPx } from '../ui/use-root-font-px';
import type { MapEngine } from './map-engine';
import { MapLegend } from './map-legend';
import { MapStage } from './map-stage';
import type { MapInputs } from './use-map-engine';

export interface WallMapProps extends Omit<MapInputs, 'scale' | 'metric'> {
  /** Where to look, until it is null again; null: at the city. Keep its identity while the place is the same. */
  focus: LngLat | null;
}

/**
 * A wall's rem is 1/67.5 of the display's height (16 px at 1080 lines). At 1.7 the smallest letters on the
 * map, those of an incident, are 1.65 % of it.
 */
const WALL_MAGNIFICATION = 1.7;
const REM_PX_AT_1080 = 16;

/** The map as nobody touches it: it looks at the city, or where it is told to. Fills its parent. */
export function WallMap({ focus, ...inputs }: WallMapProps) {
  const scale = (useRootFontPx() / REM_PX_AT_1080) * WALL_MAGNIFICATION;
  return (
    <MapStage {...inputs} scale={scale} metric="count">
      {(engine) => (
        <>
          <Focus engine={engine} focus={focus} />
          {inputs.content === 'complaints' && <MapLegend view={engine.view} metric="count" />}
        </>
      )}
    </MapStage>
  );
}

function Focus({ engine: { camera }, focus }: { engine: MapEngine; focus: LngLat | null }) {
  useEffect(() => camera.focus(focus), [camera, focus]);
  return null;
}
