import type { CityPack, Road } from '@shared/domain/city-pack';
import type { Feature, Geometry, LineString } from 'geojson';
import type { MapLibreMap } from 'maplibre-gl';

import type { Tokens } from '../theme/tokens';
import { applyPaint, type OrderedLayer, removeLayers } from './apply-paint';
import { addLayerInOrder } from './layer-order';
import type { MapLayer } from './map-layer';

const SOURCE = 'basemap';

export interface BasemapUpdate {
  /** False where a tiled ground has roads of its own; the land still shows beyond the tiles' edge. */
  hasRoads: boolean;
}

/** Land, roads, rail and the hairlines of the kelurahan: what never changes while a city is open. */
export function createBasemapLayer(city: CityPack): MapLayer<BasemapUpdate> {
  let map: MapLibreMap | null = null;
  let colors: Tokens | null = null;
  let hasRoads = true;
  const drawn = (tokens: Tokens): OrderedLayer[] =>
    basemapLayers(tokens).filter(({ id }) => hasRoads || !isRoad(id));
  return {
    id: SOURCE,
    install(target, tokens) {
      map = target;
      colors = tokens;
      // All in one source, in few large tiles: each source costs a pass of clipping masks over the whole
      // screen, and each tile a draw call per layer, which is what a machine without a GPU is slow at.
      map.addSource(SOURCE, {
        type: 'geojson',
        data: { type: 'FeatureCollection', features: basemapFeatures(city) },
        maxzoom: 11,
        tolerance: 0.1,
        buffer: 32,
      });
      for (const layer of basemapLayers(tokens)) addLayerInOrder(map, layer);
    },
    update(update) {
      hasRoads = update.hasRoads;
      if (map === null || colors === null) return;
      if (!hasRoads) removeLayers(map, ROAD_IDS, []);
      for (const layer of drawn(colors))
        if (map.getLayer(layer.id) === undefined) addLayerInOrder(map, layer);
    },
    setTheme(tokens) {
      colors = tokens;
      if (map !== null) applyPaint(map, drawn(tokens));
    },
    dispose() {
      if (map !== null) removeLayers(map, BASEMAP_IDS, [SOURCE]);
      map = null;
    },
  };
}

/** `kind` is `land`, `kelurahan` or the class of a road. */
function basemapFeatures(city: CityPack): Feature[] {
  const shapes: { kind: string; geometry: Geometry }[] = [
    ...city.regionLand.features.map(({ geometry }) => ({ kind: 'land', geometry })),
    ...city.land.features.map(({ geometry }) => ({ kind: 'land', geometry })),
    ...city.kelurahanAreas.features.map(({ geometry }) => ({ kind: 'kelurahan', geometry })),
    ...city.roads.map((road) => ({ kind: road.class, geometry: lineOf(road) })),
  ];
  return shapes.map(({ kind, geometry }, index) => ({
    type: 'Feature',
    id: index + 1,
    properties: { kind },
    geometry,
  }));
}

function lineOf({ coordinates }: Road): LineString {
  return { type: 'LineString', coordinates };
}

const isRoad = (id: string): boolean => id.startsWith('road-');

const BASEMAP_IDS = [
  { id: 'land' },
  { id: 'kelurahan-line' },
  { id: 'road-kolektor' },
  { id: 'road-arteri' },
  { id: 'road-rel' },
  { id: 'road-tol' },
] as const;

const ROAD_IDS = BASEMAP_IDS.filter(({ id }) => isRoad(id));

const ROUND = { 'line-cap': 'round', 'line-join': 'round' } as const;

function basemapLayers({ map }: Tokens): OrderedLayer[] {
  return [
    {
      id: 'land',
      type: 'fill',
      source: SOURCE,
      filter: ['==', ['get', 'kind'], 'land'],
      paint: { 'fill-color': map.land, 'fill-antialias': false },
    },
    {
      id: 'kelurahan-line',
      type: 'line',
      source: SOURCE,
      filter: ['==', ['get', 'kind'], 'kelurahan'],
      minzoom: 12.2,
      layout: ROUND,
      paint: { 'line-color': map.border, 'line-width': 0.75, 'line-opacity': 0.6 },
    },
    roadLayer('road-kolektor', 'kolektor', map.road, [0.8, 3]),
    roadLayer('road-arteri', 'arteri', map.road, [1.4, 5]),
    {
      id: 'road-rel',
      type: 'line',
      source: SOURCE,
      filter: ['==', ['get', 'kind'], 'rel'],
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
    source: SOURCE,
    filter: ['==', ['get', 'kind'], roadClass],
    layout: ROUND,
    paint: {
      'line-color': color,
      'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], 10, thin, 16, thick],
    },
  };
}
