import type { Area } from './area';
import type { AreaCollection, Kelurahan } from './city-pack';
import type { LngLat } from './lng-lat';

/** The part of a city pack that areas are found with. */
export interface AreaSource {
  kelurahan: readonly Pick<Kelurahan, 'code' | 'kecamatanCode'>[];
  kelurahanAreas: AreaCollection;
}

/**
 * The area that a position suggests: its kelurahan, or outside; without a position it is unknown. It looks at
 * every side of every area: for a few questions; the backend keeps an index for many.
 */
export function locateArea(city: AreaSource, lngLat: LngLat | null): Area {
  if (lngLat === null) return { kind: 'unknown' };
  const feature = city.kelurahanAreas.features.find(({ geometry }) =>
    isInGeometry(lngLat, geometry),
  );
  const kelurahan = city.kelurahan.find(({ code }) => code === feature?.properties.code);
  if (kelurahan === undefined)
    return { kind: 'outside_city', kelurahanText: null, kecamatanText: null };
  return { kind: 'in_city', kecamatanCode: kelurahan.kecamatanCode, kelurahanCode: kelurahan.code };
}

type Geometry = AreaCollection['features'][number]['geometry'];

export function isInGeometry(point: LngLat, geometry: Geometry): boolean {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.some(([outer, ...holes]) => {
    if (outer === undefined || !isInRing(point, outer)) return false;
    return !holes.some((hole) => isInRing(point, hole));
  });
}

/**
 * Ray casting. Each side is computed from its lower end, whichever way round its ring runs, so that both
 * neighbours say the same of a point on their common border and it is in exactly one.
 */
function isInRing([lng, lat]: LngLat, ring: readonly LngLat[]): boolean {
  let isInside = false;
  let previous = ring.at(-1);
  for (const current of ring) {
    if (previous !== undefined && current[1] > lat !== previous[1] > lat) {
      const [low, high] = current[1] < previous[1] ? [current, previous] : [previous, current];
      const share = (lat - low[1]) / (high[1] - low[1]);
      if (lng < low[0] + share * (high[0] - low[0])) isInside = !isInside;
    }
    previous = current;
  }
  return isInside;
}
