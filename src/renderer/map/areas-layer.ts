import type { CityPack } from '@shared/domain/city-pack';
import type { Point } from 'geojson';
import type { MapLibreMap, SymbolLayerSpecification } from 'maplibre-gl';

import type { Tokens } from '../theme/tokens';
import { applyPaint, type OrderedLayer, removeLayers } from './apply-paint';
import type { MapFeature } from './feature-diff';
import { addFeatureSource, type FeatureSource } from './feature-source';
import type { AreaLabelProperties, AreaState } from './features-of-areas';
import type { FrameGate } from './frame-gate';
import type { IdInterner } from './intern-ids';
import { addLayerInOrder } from './layer-order';
import { MAP_FONTS } from './map-fonts';
import type { MapLayer } from './map-layer';

export const KECAMATAN_SOURCE = 'kecamatan';
const LABEL_SOURCE = 'kecamatan-label';

export interface AreasUpdate {
  areas: readonly AreaState[];
  labels: readonly MapFeature<AreaLabelProperties, Point>[];
}

/**
 * Kecamatan: choropleth, outlines, names and figures. Shapes are cold; the class of a kecamatan is
 * feature state, so that a new complaint repaints and re-tiles nothing.
 */
export function createAreasLayer(
  city: CityPack,
  ids: IdInterner,
  frames: FrameGate,
): MapLayer<AreasUpdate> {
  let map: MapLibreMap | null = null;
  let labelSource: FeatureSource<MapFeature<AreaLabelProperties, Point>> | null = null;
  return {
    id: 'areas',
    install(target, tokens) {
      map = target;
      const features = city.kecamatanAreas.features.map((area) => ({
        ...area,
        id: ids.idOf(area.properties.code),
      }));
      map.addSource(KECAMATAN_SOURCE, {
        type: 'geojson',
        data: { type: 'FeatureCollection', features },
        maxzoom: 11,
        tolerance: 0.1,
        buffer: 32,
      });
      labelSource = addFeatureSource(map, frames, LABEL_SOURCE, {
        maxzoom: 10,
        buffer: 0,
        tolerance: 0,
      });
      for (const layer of areaLayers(tokens)) addLayerInOrder(map, layer);
    },
    update({ areas, labels }) {
      for (const { id, areaClass, count } of areas) {
        map?.setFeatureState({ source: KECAMATAN_SOURCE, id }, { areaClass, count });
      }
      labelSource?.write(labels);
    },
    setTheme(tokens) {
      if (map !== null) applyPaint(map, areaLayers(tokens));
    },
    dispose() {
      if (map !== null) removeLayers(map, AREA_IDS, [KECAMATAN_SOURCE]);
      labelSource?.dispose();
      map = null;
    },
  };
}

const AREA_IDS = [
  { id: 'kecamatan-fill' },
  { id: 'kecamatan-line' },
  { id: 'kecamatan-mark' },
  { id: 'kecamatan-name' },
  { id: 'kecamatan-number' },
] as const;

function areaLayers(tokens: Tokens): OrderedLayer[] {
  const [class0, class1, class2, class3, class4] = tokens.areaRamp;
  const text = {
    'text-color': tokens.text,
    'text-halo-color': tokens.map.halo,
    'text-halo-width': 1.4,
  };
  return [
    {
      id: 'kecamatan-fill',
      type: 'fill',
      source: KECAMATAN_SOURCE,
      paint: {
        'fill-color': [
          'match',
          ['coalesce', ['feature-state', 'areaClass'], -1],
          0,
          class0,
          1,
          class1,
          2,
          class2,
          3,
          class3,
          4,
          class4,
          tokens.map.land,
        ],
        'fill-antialias': false,
      },
    },
    {
      id: 'kecamatan-line',
      type: 'line',
      source: KECAMATAN_SOURCE,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': tokens.map.border, 'line-width': 1.1 },
    },
    {
      id: 'kecamatan-mark',
      type: 'line',
      source: KECAMATAN_SOURCE,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': tokens.accent,
        'line-width': ['case', ['boolean', ['feature-state', 'selected'], false], 2.5, 1.5],
        'line-opacity': [
          'case',
          ['boolean', ['feature-state', 'selected'], false],
          1,
          ['boolean', ['feature-state', 'hovered'], false],
          0.8,
          0,
        ],
      },
    },
    {
      // The name with its figure under it, as one, so that no other label comes between them.
      id: 'kecamatan-number',
      type: 'symbol',
      source: LABEL_SOURCE,
      minzoom: 9,
      layout: {
        ...LABEL_LAYOUT,
        'text-field': [
          'format',
          ['get', 'name'],
          {},
          '\n',
          {},
          ['get', 'figure'],
          { 'text-font': ['literal', [MAP_FONTS.medium]] },
        ],
        'text-line-height': 1.25,
      },
      paint: text,
    },
    {
      // For maps that show no figures.
      id: 'kecamatan-name',
      type: 'symbol',
      source: LABEL_SOURCE,
      minzoom: 9,
      layout: { ...LABEL_LAYOUT, 'text-field': ['get', 'name'] },
      paint: text,
    },
  ];
}

const LABEL_LAYOUT: NonNullable<SymbolLayerSpecification['layout']> = {
  'text-font': [MAP_FONTS.semibold],
  'text-size': 12.5,
  'text-padding': 1,
  'text-letter-spacing': 0.04,
  // Tried in turn, in em. Never further off: a name that strays into the neighbour's area names the wrong one.
  'text-variable-anchor-offset': [
    'center',
    [0, 0],
    'bottom',
    [0, -0.3],
    'top',
    [0, 0.3],
    'bottom',
    [0, -1.4],
    'top',
    [0, 1.4],
    'left',
    [0.3, 0],
    'right',
    [-0.3, 0],
  ],
};
