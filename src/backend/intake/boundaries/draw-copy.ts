import type { OfficialBoundaries } from '@shared/domain/boundaries';
import type { AreaCollection, CityPack } from '@shared/domain/city-pack';
import type { LngLat } from '@shared/domain/lng-lat';
import type { Feature, FeatureCollection } from 'geojson';
import { merge } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, quantile, simplify } from 'topojson-simplify';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';

import { metersPerDegree } from '../../areas/ground-meters';
import { unite } from './measure-overlap';
import type { Polygons } from './read-geojson';
import { cleanPolygons, perimeterM, ringAreaM2 } from './rings';

/** Positions closer than about 2 cm are one, so that neighbours written with other rounding share their border. */
const QUANTUM = 1e6;
/** A corner of a smaller triangle than this is not seen at street zoom. */
const CORNER_M2 = 150;
/** Maps draw this many positions easily on a machine without a GPU. */
const MAX_POSITIONS = 12_000;
/** A hole narrower than this is where a file's neighbours miss each other. */
const GAP_WIDTH_METERS = 20;

type Net = Topology<{ kelurahan: GeometryCollection<{ code: string }> }>;
type Part = Polygon<{ code: string }> | MultiPolygon<{ code: string }>;
type AreaFeature = AreaCollection['features'][number];

/**
 * The copy for drawing. All kelurahan are simplified as one net of lines, so neighbours keep a common border,
 * and kecamatan and land are put together from the same lines.
 * @param shapes kelurahan code → its polygons
 */
export function drawCopy(
  shapes: ReadonlyMap<string, Polygons>,
  city: Pick<CityPack, 'kelurahan' | 'kecamatan'>,
): OfficialBoundaries['drawn'] {
  const net = simpleNet(shapes);
  const parts = net.objects.kelurahan.geometries as Part[];
  const together = (isWanted: (code: string) => boolean): AreaFeature['geometry'] => {
    const own = parts.filter(({ properties }) => isWanted(properties?.code ?? ''));
    // Where the file's neighbours do not share a line, merging leaves both of theirs; uniting takes them away.
    const merged = merge(net, own).coordinates as Polygons;
    return geometryOf(withoutGaps(unite(merged.map((polygon) => [polygon]))));
  };
  const kecamatanOf = new Map(city.kelurahan.map((one) => [one.code, one.kecamatanCode]));
  return {
    kelurahanAreas: collection(
      city.kelurahan.map(({ code, name }) => {
        const own = parts.filter(({ properties }) => properties?.code === code);
        const polygons = merge(net, own).coordinates as Polygons;
        return areaFeature(code, name, geometryOf(cleanPolygons(polygons)));
      }),
    ),
    kecamatanAreas: collection(
      city.kecamatan.map(({ code, name }) =>
        areaFeature(
          code,
          name,
          together((kelurahan) => kecamatanOf.get(kelurahan) === code),
        ),
      ),
    ),
    land: {
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties: {}, geometry: together(() => true) }],
    },
  };
}

/** The lines that all kelurahan have together, without the corners that nobody sees. */
function simpleNet(shapes: ReadonlyMap<string, Polygons>): Net {
  const features = [...shapes].map(
    ([code, polygons]): Feature => ({
      type: 'Feature',
      properties: { code },
      geometry: { type: 'MultiPolygon', coordinates: polygons },
    }),
  );
  const kelurahan: FeatureCollection = { type: 'FeatureCollection', features };
  const whole = topology({ kelurahan }, QUANTUM);
  // topojson keeps the properties that the features came with.
  const weighed = presimplify(whole as Net);
  const count = weighed.arcs.reduce((sum, arc) => sum + arc.length, 0);
  const meters = metersPerDegree(weighed.arcs[0]?.[0]?.[1] ?? 0);
  const leastWeight = Math.max(
    CORNER_M2 / (meters.lng * meters.lat),
    quantile(weighed, Math.min(1, MAX_POSITIONS / count)),
  );
  keepSmallIslands(weighed, leastWeight);
  return simplify(weighed, leastWeight);
}

/** A closed line that would shrink to less than a triangle stays as it is. */
function keepSmallIslands({ arcs }: Net, leastWeight: number): void {
  for (const arc of arcs) {
    const [first, last] = [arc[0], arc.at(-1)];
    const isClosed = first?.[0] === last?.[0] && first?.[1] === last?.[1];
    const kept = arc.filter(([, , weight = 0]) => weight >= leastWeight).length;
    if (!isClosed || kept >= 4) continue;
    for (const position of arc) position[2] = Number.POSITIVE_INFINITY;
  }
}

function withoutGaps(polygons: Polygons): Polygons {
  const isGap = (hole: LngLat[]): boolean =>
    (2 * ringAreaM2(hole)) / perimeterM(hole) < GAP_WIDTH_METERS;
  return cleanPolygons(polygons).map(([outside = [], ...holes]) => [
    outside,
    ...holes.filter((hole) => !isGap(hole)),
  ]);
}

const collection = (features: AreaFeature[]): AreaCollection => ({
  type: 'FeatureCollection',
  features,
});

const areaFeature = (
  code: string,
  name: string,
  geometry: AreaFeature['geometry'],
): AreaFeature => ({ type: 'Feature', properties: { code, name }, geometry });

/** To a decimetre. */
function geometryOf(polygons: Polygons): AreaFeature['geometry'] {
  const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
  return {
    type: 'MultiPolygon',
    coordinates: polygons.map((rings) =>
      rings.map((ring) => ring.map(([lng, lat]): LngLat => [round(lng), round(lat)])),
    ),
  };
}
