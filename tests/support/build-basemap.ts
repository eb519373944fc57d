import type { City } from '@shared/domain/city-pack';
import type { LngLat } from '@shared/domain/lng-lat';
import type { Feature, FeatureCollection, Geometry } from 'geojson';

import { buildPmtiles } from './build-pmtiles';

const MAX_ZOOM = 12;

/**
 * A basemap of Protomaps' schema for a made-up town in a city's bounds: land with a bay in the north-west, a
 * park, a lattice of streets, a toll road, a railway, houses and names. It resembles no real place.
 */
export function buildBasemap({ bounds, center }: Pick<City, 'bounds' | 'center'>): Buffer {
  const [west, south, east, north] = bounds;
  const at = (x: number, y: number): LngLat => [
    west + (east - west) * x,
    south + (north - south) * y,
  ];
  // Beyond the city, as far as a wide window shows.
  const edge = 0.25;
  const outside: City['bounds'] = [west - edge, south - edge, east + edge, north + edge];
  return buildPmtiles({
    bounds: outside,
    maxZoom: MAX_ZOOM,
    attribution: '<a href="https://www.openstreetmap.org/copyright">&copy; OpenStreetMap</a>',
    layers: {
      earth: collection([feature(area(at(-2, -2), at(3, 3)), { kind: 'earth' })]),
      water: collection([
        feature(area(at(-2, 0.72), at(0.35, 3)), { kind: 'ocean' }),
        feature(area(at(0.72, 0.2), at(0.8, 0.26)), { kind: 'lake', name: 'Danau Uji' }),
      ]),
      landuse: collection([feature(area(at(0.55, 0.55), at(0.68, 0.66)), { kind: 'park' })]),
      roads: collection([...lattice(at), ...mainRoads(at)]),
      buildings: collection(houses(at)),
      places: collection([
        feature(point(center), {
          kind: 'locality',
          kind_detail: 'city',
          name: 'Kota Uji',
          population: 400_000,
          population_rank: 10,
          min_zoom: 7,
        }),
        ...[0.2, 0.5, 0.8].map((x, index) =>
          feature(point(at(x, 0.35)), {
            kind: 'neighbourhood',
            kind_detail: 'suburb',
            name: `Kampung Uji ${String(index + 1)}`,
            min_zoom: 11,
          }),
        ),
      ]),
    },
  });
}

type At = (x: number, y: number) => LngLat;

function lattice(at: At): Feature[] {
  const steps = Array.from({ length: 24 }, (_, index) => (index + 0.5) / 24);
  return steps.flatMap((step, index) => [
    feature(line(at(0.02, step), at(0.98, step)), street(`Jalan Timur ${String(index + 1)}`)),
    feature(line(at(step, 0.02), at(step, 0.98)), street(`Jalan Utara ${String(index + 1)}`)),
  ]);
}

const street = (name: string) => ({
  kind: 'minor_road',
  kind_detail: 'residential',
  name,
  min_zoom: 12,
});

function mainRoads(at: At): Feature[] {
  return [
    feature(line(at(0, 0.1), at(0.4, 0.3), at(1, 0.34)), {
      kind: 'major_road',
      kind_detail: 'primary',
      name: 'Jalan Raya Uji',
      min_zoom: 8,
    }),
    feature(line(at(0.3, 0), at(0.45, 0.5), at(0.5, 1)), {
      kind: 'major_road',
      kind_detail: 'secondary',
      name: 'Jalan Pelabuhan Uji',
      min_zoom: 9,
    }),
    feature(line(at(0, 0.5), at(0.6, 0.45), at(1, 0.75)), {
      kind: 'highway',
      kind_detail: 'motorway',
      name: 'Tol Uji',
      ref: 'UJI',
      min_zoom: 5,
    }),
    feature(line(at(0.1, 0.9), at(0.6, 0.2), at(1, 0.15)), {
      kind: 'rail',
      kind_detail: 'rail',
      name: 'Rel Uji',
      min_zoom: 9,
    }),
  ];
}

function houses(at: At): Feature[] {
  return Array.from({ length: 144 }, (_, index) => {
    const [x, y] = [0.44 + (index % 12) * 0.01, 0.3 + Math.floor(index / 12) * 0.01];
    return feature(area(at(x, y), at(x + 0.005, y + 0.005)), { kind: 'building', height: 6 });
  });
}

const collection = (features: Feature[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features,
});
const feature = (geometry: Geometry, properties: Record<string, unknown>): Feature => ({
  type: 'Feature',
  geometry,
  properties,
});
const point = (lngLat: LngLat): Geometry => ({ type: 'Point', coordinates: lngLat });
const line = (...points: LngLat[]): Geometry => ({ type: 'LineString', coordinates: points });
const area = ([west, south]: LngLat, [east, north]: LngLat): Geometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});
