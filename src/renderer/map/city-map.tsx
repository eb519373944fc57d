import { useRootFontPx } from '../ui/use-root-font-px';
import type { ComplaintMetric } from './complaint-metric';
import { FacilitiesMenu } from './facilities-menu';
import { MapControls } from './map-controls';
import type { MapEngine } from './map-engine';
import { MapLegend } from './map-legend';
import { MapPopover } from './map-popover';
import { MapStage } from './map-stage';
import { MapViewChips } from './map-view-chips';
import { useAutomaticViewKey } from './use-automatic-view-key';
import type { MapInputs } from './use-map-engine';

export interface CityMapProps extends Omit<MapInputs, 'scale' | 'content' | 'redact'> {
  onMetricChange: (metric: ComplaintMetric) => void;
}

/** One rem of a desk at 1080 lines, for which the map's sizes are written. */
const DESK_REM_PX = 16;

/** The map of the city: incidents, units and complaints, with its legend and controls. Fills its parent. */
export function CityMap({ onMetricChange, ...inputs }: CityMapProps) {
  // The map grows as the type around it does.
  const scale = useRootFontPx() / DESK_REM_PX;
  return (
    <MapStage {...inputs} scale={scale} content="everything" redact={asItIs}>
      {(engine) => (
        <MapOverlays engine={engine} scale={scale} onMetricChange={onMetricChange} {...inputs} />
      )}
    </MapStage>
  );
}

/** Desks may see everything of an incident. */
function asItIs<T>(incident: T): T {
  return incident;
}

type OverlayProps = Pick<CityMapProps, 'client' | 'city' | 'metric' | 'onMetricChange'> & {
  engine: MapEngine;
  scale: number;
};

function MapOverlays({ engine, client, city, metric, scale, onMetricChange }: OverlayProps) {
  useAutomaticViewKey(engine.camera);
  return (
    <>
      <MapLegend view={engine.view} metric={metric} onMetricChange={onMetricChange} />
      <MapControls camera={engine.camera} />
      <FacilitiesMenu engine={engine} client={client} />
      <MapViewChips view={engine.view} camera={engine.camera} />
      <MapPopover view={engine.view} client={client} city={city} scale={scale} />
    </>
  );
}
