import type { CityPack, Road } from '@shared/domain/city-pack';
import type { Feature, FeatureCollection, LineString } from 'geojson';
import type { GeoJSONSourceSpecification, MapLibreMap } from 'maplibre-gl';

import type { Tokens } from '../theme/tokens';
import { applyPaint, type OrderedLayer, removeLayers } from './apply-paint';
import { addLayerInOrder } from './layer-order';
import type { MapLayer } from './map-layer';

const SOURCES = ['region-land', 'land', 'kelurahan', 'roads'] as const;

/** Land, roads, rail and the hairlines of the kelurahan: what never changes while a city is open. */
export function createBasemapLayer(city: CityPack): MapLayer {
  let map: MapLibreMap | null = null;
  return {
    id: 'basemap',
    install(target, tokens) {
      map = target;
      map.addSource('region-land', coldSource(city.regionLand, 8));
      map.addSource('land', coldSource(city.land, 14));
      map.addSource('kelurahan', coldSource(city.kelurahanAreas, 14));
      map.addSource('roads', coldSource(roadCollection(city.roads), 14));
      for (const layer of basemapLayers(tokens)) addLayerInOrder(map, layer);
    },
    update() {
      // Nothing here changes.
    },
    setTheme(tokens) {
      if (map !== null) applyPaint(map, basemapLayers(tokens));
    },
    dispose() {
      if (map !== null) removeLayers(map, BASEMAP_IDS, SOURCES);
      map = null;
    },
  };
}

function coldSource(data: FeatureCollection, maxzoom: number): GeoJSONSourceSpecification {
  return { type: 'geojson', data, maxzoom, tolerance: 0.2, buffer: 32 };
}

function roadCollection(roads: readonly Road[]): FeatureCollection<LineString> {
  return {
    type: 'FeatureCollection',
    features: roads.map(
      (road, index): Feature<LineString> => ({
        type: 'Feature',
        id: index + 1,
        properties: { class: road.class, name: road.name },
        geometry: { type: 'LineString', coordinates: road.coordinates },
      }),
    ),
  };
}

const BASEMAP_IDS = [
  { id: 'region-land' },
  { id: 'land' },
  { id: 'kelurahan-line' },
  { id: 'road-kolektor' },
  { id: 'road-arteri' },
  { id: 'road-rel' },
  { id: 'road-tol' },
] as const;

const ROUND = { 'line-cap': 'round', 'line-join': 'round' } as const;

function basemapLayers({ map }: Tokens): OrderedLayer[] {
  return [
    { id: 'region-land', type: 'fill', source: 'region-land', paint: { 'fill-color': map.land } },
    { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': map.land } },
    {
      id: 'kelurahan-line',
      type: 'line',
      source: 'kelurahan',
      minzoom: 12.2,
      layout: ROUND,
      paint: { 'line-color': map.border, 'line-width': 0.75, 'line-opacity': 0.6 },
    },
    roadLayer('road-kolektor', 'kolektor', map.road, [0.8, 3]),
    roadLayer('road-arteri', 'arteri', map.road, [1.4, 5]),
    {
      id: 'road-rel',
      type: 'line',
      source: 'roads',
      filter: ['==', ['get', 'class'], 'rel'],
      paint: { 'line-color': map.road, 'line-width': 1.2, 'line-dasharray': [4, 3] },
    },
    roadLayer('road-tol', 'tol', map.toll, [2, 6]),
  ];
}

function roadLayer(
  id: 'road-kolektor' | 'road-arteri' | 'road-tol',
  roadClass: Road['class'],
  color: string,
  [thin, thick]: [number, number],
): OrderedLayer {
  return {
    id,
    type: 'line',
    source: 'roads',
    filter: ['==', ['get', 'class'], roadClass],
    layout: ROUND,
    paint: {
      'line-color': color,
      'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], 10, thin, 16, thick],
    },
  };
}
