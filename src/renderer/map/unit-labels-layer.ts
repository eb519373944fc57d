import type { Point } from 'geojson';
import type { MapLibreMap } from 'maplibre-gl';

import type { Tokens } from '../theme/tokens';
import { applyPaint, type OrderedLayer, removeLayers } from './apply-paint';
import type { MapFeature } from './feature-diff';
import { addFeatureSource, type FeatureSource } from './feature-source';
import type { UnitLabelProperties } from './features-of-unit-labels';
import type { FrameGate } from './frame-gate';
import { addLayerInOrder } from './layer-order';
import { MAP_FONTS } from './map-fonts';
import type { MapLayer } from './map-layer';

const SOURCE = 'unit-labels';
const LAYER_IDS = [{ id: 'unit-label' }] as const;

type UnitLabelFeature = MapFeature<UnitLabelProperties, Point>;

/** Call signs, apart from the icons: they move less often and only the readable few are kept. */
export function createUnitLabelsLayer(frames: FrameGate): MapLayer<readonly UnitLabelFeature[]> {
  let map: MapLibreMap | null = null;
  let source: FeatureSource<UnitLabelFeature> | null = null;
  return {
    id: 'unit-labels',
    install(target, tokens) {
      map = target;
      source = addFeatureSource(map, frames, SOURCE, { maxzoom: 10, buffer: 0, tolerance: 0 });
      for (const layer of unitLabelLayers(tokens)) addLayerInOrder(map, layer);
    },
    update: (features) => source?.write(features),
    setTheme(tokens) {
      if (map !== null) applyPaint(map, unitLabelLayers(tokens));
    },
    dispose() {
      if (map !== null) removeLayers(map, LAYER_IDS, []);
      source?.dispose();
      map = null;
    },
  };
}

function unitLabelLayers(tokens: Tokens): OrderedLayer[] {
  return [
    {
      id: 'unit-label',
      type: 'symbol',
      source: SOURCE,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': [MAP_FONTS.semibold],
        'text-size': 11.5,
        'text-padding': 1,
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        'text-radial-offset': 1.15,
        'symbol-sort-key': ['get', 'rank'],
      },
      paint: {
        'text-color': tokens.text,
        'text-halo-color': tokens.map.halo,
        'text-halo-width': 1.4,
      },
    },
  ];
}
