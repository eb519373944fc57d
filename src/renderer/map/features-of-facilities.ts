import type { Facility, FacilityKind } from '@shared/domain/facility';

import type { MapFeature } from './feature-diff';
import type { IdInterner } from './intern-ids';

export interface FacilityProperties {
  kind: FacilityKind;
  /** Empty where it has none. */
  name: string;
  /** `icon`: the point where it stands; `shape`: the line or area itself. */
  role: 'icon' | 'shape';
}
export type FacilityFeature = MapFeature<FacilityProperties>;

/** Every facility as a point for its icon, and as its own shape where that is more than a point. */
export function facilityFeatures(
  facilities: Iterable<Facility>,
  ids: IdInterner,
): FacilityFeature[] {
  return [...facilities].flatMap(({ id, kind, name, geometry, lngLat }) => {
    const properties = { kind, name: name ?? '' };
    const icon: FacilityFeature = {
      type: 'Feature',
      id: ids.idOf(id),
      geometry: { type: 'Point', coordinates: [...lngLat] },
      properties: { ...properties, role: 'icon' },
    };
    if (geometry.type === 'Point') return [icon];
    const shape: FacilityFeature = {
      type: 'Feature',
      id: ids.idOf(`${id}#shape`),
      geometry,
      properties: { ...properties, role: 'shape' },
    };
    return [icon, shape];
  });
}
