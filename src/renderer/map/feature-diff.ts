import type { Feature, GeoJsonProperties, Geometry } from 'geojson';
import type { GeoJSONFeatureDiff, GeoJSONSourceDiff } from 'maplibre-gl';

/** A feature with the numeric id that diffs and feature state go by. */
export type MapFeature<
  P extends GeoJsonProperties = GeoJsonProperties,
  G extends Geometry = Geometry,
> = Feature<G, P> & {
  id: number;
};

/**
 * What turns one set of features into another, by id.
 * @returns null when they are the same
 */
export function diffFeatures(
  before: readonly MapFeature[],
  after: readonly MapFeature[],
): GeoJSONSourceDiff | null {
  const old = new Map(before.map((feature) => [feature.id, feature]));
  const add: MapFeature[] = [];
  const update: GeoJSONFeatureDiff[] = [];
  for (const feature of after) {
    const previous = old.get(feature.id);
    old.delete(feature.id);
    if (previous === undefined) add.push(feature);
    else {
      const change = diffFeature(previous, feature);
      if (change !== null) update.push(change);
    }
  }
  const remove = [...old.keys()];
  if (add.length === 0 && update.length === 0 && remove.length === 0) return null;
  return { add, update, remove };
}

function diffFeature(before: MapFeature, after: MapFeature): GeoJSONFeatureDiff | null {
  const isMoved = JSON.stringify(before.geometry) !== JSON.stringify(after.geometry);
  const oldProperties = before.properties ?? {};
  const properties = after.properties ?? {};
  const addOrUpdateProperties = Object.entries(properties)
    .filter(([key, value]) => oldProperties[key] !== value)
    .map(([key, value]: [string, unknown]) => ({ key, value }));
  const removeProperties = Object.keys(oldProperties).filter((key) => !(key in properties));
  if (!isMoved && addOrUpdateProperties.length === 0 && removeProperties.length === 0) return null;
  return {
    id: after.id,
    ...(isMoved ? { newGeometry: after.geometry } : {}),
    addOrUpdateProperties,
    removeProperties,
  };
}
