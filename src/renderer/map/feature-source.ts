import type { GeoJSONSource, GeoJSONSourceSpecification, MapLibreMap } from 'maplibre-gl';

import { diffFeatures, type MapFeature } from './feature-diff';
import type { FrameGate } from './frame-gate';

export interface FeatureSource<F extends MapFeature> {
  /** Make the source hold exactly these features. */
  write(features: readonly F[]): void;
  dispose(): void;
}

/** A GeoJSON source that takes whole sets of features and sends the worker only what changed. */
export function addFeatureSource<F extends MapFeature>(
  map: MapLibreMap,
  frames: FrameGate,
  id: string,
  options: Omit<GeoJSONSourceSpecification, 'type' | 'data'>,
): FeatureSource<F> {
  let current: readonly F[] = [];
  map.addSource(id, {
    ...options,
    type: 'geojson',
    data: { type: 'FeatureCollection', features: [] },
  });
  return {
    write(features) {
      const diff = diffFeatures(current, features);
      current = features;
      const source = geoJsonSource(map, id);
      if (diff !== null && source !== undefined)
        void frames.write(id, () => source.updateData(diff));
    },
    dispose() {
      if (map.getSource(id) !== undefined) map.removeSource(id);
    },
  };
}

/** The source if it is there and holds GeoJSON. */
export function geoJsonSource(map: MapLibreMap, id: string): GeoJSONSource | undefined {
  return map.getSource<GeoJSONSource>(id);
}
