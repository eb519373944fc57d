import type { Area } from '@shared/domain/area';
import type { AreaCollection, CityPack, Kelurahan } from '@shared/domain/city-pack';
import type { LngLat } from '@shared/domain/lng-lat';
import { locateArea } from '@shared/domain/locate-area';

import type { Random } from './random';

/** What draws events to a place: people living there, streets, industry, ports, water and markets. */
export type Anchor = 'people' | 'road' | 'industry' | 'port' | 'public';

export interface Spot {
  lngLat: LngLat;
  area: Area;
}

export interface Places {
  /** Somewhere in the city that fits the anchor. */
  spot(anchor: Anchor, random: Random): Spot;
  /** Somewhere within `meters` of a point. */
  near(lngLat: LngLat, meters: number, random: Random): Spot;
  industries: readonly LngLat[];
  hospitals: readonly LngLat[];
}

const LANDMARKS_OF: Readonly<Record<'industry' | 'port' | 'public', readonly string[]>> = {
  industry: ['industri', 'pembangkit'],
  port: ['pelabuhan'],
  public: ['pasar', 'pusat belanja', 'terminal', 'stasiun', 'ruang publik', 'pendidikan'],
};
const METERS_PER_DEGREE = 111_195;

/** Where things happen in a city, read from its pack. */
export function createPlaces(city: CityPack): Places {
  const weights = city.kelurahan.map((kelurahan): [Kelurahan, number] => [
    kelurahan,
    residentsOf(kelurahan, city),
  ]);
  const landmarks = (categories: readonly string[]): LngLat[] =>
    city.landmarks
      .filter(({ category }) => categories.includes(category))
      .map(({ lngLat }) => lngLat);
  const anchors = {
    industry: landmarks(LANDMARKS_OF.industry),
    port: landmarks(LANDMARKS_OF.port),
    public: landmarks(LANDMARKS_OF.public),
  };
  const streets = city.roads.filter((road) => road.class !== 'rel');

  const areaAt = (lngLat: LngLat): Area => {
    const area = locateArea(city, lngLat);
    // Just off the coast or over the border: the nearest kelurahan answers for it.
    return area.kind === 'in_city' ? area : areaOf(nearest(city.kelurahan, lngLat));
  };
  const near = (lngLat: LngLat, meters: number, random: Random): Spot => {
    const distance = meters * Math.sqrt(random.next());
    const angle = random.between(0, 2 * Math.PI);
    const degrees = distance / METERS_PER_DEGREE;
    const moved = round([
      lngLat[0] + degrees * Math.cos(angle),
      lngLat[1] + degrees * Math.sin(angle),
    ]);
    return { lngLat: moved, area: areaAt(moved) };
  };
  const home = (random: Random): Spot => {
    const kelurahan = random.weighted(weights);
    return { lngLat: pointInside(kelurahan, city.kelurahanAreas, random), area: areaOf(kelurahan) };
  };

  return {
    near,
    industries: anchors.industry,
    hospitals: landmarks(['rumah sakit']),
    spot(anchor, random) {
      if (anchor === 'people') return home(random);
      if (anchor === 'road') {
        if (streets.length === 0) return home(random);
        // Only stretches inside the city count; a schematic road may run on beyond its border.
        for (let attempt = 0; attempt < 20; attempt += 1) {
          const point = pointOnRoad(random.pick(streets).coordinates, random);
          const area = locateArea(city, point);
          if (area.kind === 'in_city') return { lngLat: point, area };
        }
        return home(random);
      }
      const points = anchors[anchor];
      return points.length === 0 ? home(random) : near(random.pick(points), 450, random);
    },
  };
}

function areaOf({ code, kecamatanCode }: Kelurahan): Area {
  return { kind: 'in_city', kecamatanCode, kelurahanCode: code };
}

/** The kecamatan's residents, shared out by the root of area: small kelurahan are the dense ones. */
function residentsOf(kelurahan: Kelurahan, city: CityPack): number {
  const siblings = city.kelurahan.filter(
    ({ kecamatanCode }) => kecamatanCode === kelurahan.kecamatanCode,
  );
  const total = siblings.reduce((sum, { areaKm2 }) => sum + Math.sqrt(areaKm2), 0);
  const kecamatan = city.kecamatan.find(({ code }) => code === kelurahan.kecamatanCode);
  return ((kecamatan?.population ?? 1) * Math.sqrt(kelurahan.areaKm2)) / total;
}

function nearest(kelurahan: readonly Kelurahan[], [lng, lat]: LngLat): Kelurahan {
  const far = ({ center }: Kelurahan): number => Math.hypot(center[0] - lng, center[1] - lat);
  return kelurahan.reduce((best, next) => (far(next) < far(best) ? next : best));
}

function pointInside(kelurahan: Kelurahan, areas: AreaCollection, random: Random): LngLat {
  const own = areas.features.filter(({ properties }) => properties.code === kelurahan.code);
  const points = own
    .flatMap(({ geometry }) =>
      geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
    )
    .flat(2);
  const lngs = points.map(([lng]) => lng);
  const lats = points.map(([, lat]) => lat);
  const only = { kelurahan: [kelurahan], kelurahanAreas: { ...areas, features: own } };
  for (let attempt = 0; attempt < 50 && points.length > 0; attempt += 1) {
    const point = round([
      random.between(Math.min(...lngs), Math.max(...lngs)),
      random.between(Math.min(...lats), Math.max(...lats)),
    ]);
    if (locateArea(only, point).kind === 'in_city') return point;
  }
  return kelurahan.center;
}

function pointOnRoad(coordinates: readonly LngLat[], random: Random): LngLat {
  const index = random.integer(0, coordinates.length - 2);
  const a = coordinates[index] ?? [0, 0];
  const b = coordinates[index + 1] ?? a;
  const share = random.next();
  return round([a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]);
}

/** Five decimals are about a metre. */
const round = ([lng, lat]: LngLat): LngLat => [
  Math.round(lng * 1e5) / 1e5,
  Math.round(lat * 1e5) / 1e5,
];
