import type { GeoJSONSource, GeoJSONSourceSpecification, MapLibreMap } from 'maplibre-gl';

import { diffFeatures, type MapFeature } from './feature-diff';

export interface FeatureSource<F extends MapFeature> {
  /** Make the source hold exactly these features. */
  write(features: readonly F[]): void;
  dispose(): void;
}

/** A GeoJSON source that takes whole sets of features and sends the worker only what changed. */
export function addFeatureSource<F extends MapFeature>(
  map: MapLibreMap,
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
      if (diff !== null) void geoJsonSource(map, id)?.updateData(diff);
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
