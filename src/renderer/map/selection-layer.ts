import type { LngLat } from '@shared/domain/lng-lat';
import type { Point } from 'geojson';
import type { MapLibreMap } from 'maplibre-gl';

import type { Tokens } from '../theme/tokens';
import { applyPaint, type OrderedLayer, removeLayers } from './apply-paint';
import type { MapFeature } from './feature-diff';
import { addFeatureSource, type FeatureSource } from './feature-source';
import type { FrameGate } from './frame-gate';
import { addLayerInOrder } from './layer-order';
import type { MapLayer } from './map-layer';

const SOURCE = 'selection';
const LAYER_IDS = [{ id: 'selection-ring' }] as const;

/** A ring around an incident or a unit. */
export interface Ring {
  role: 'selected' | 'hovered';
  around: 'incident' | 'unit';
  lngLat: LngLat;
}

type RingFeature = MapFeature<Pick<Ring, 'role' | 'around'>, Point>;

/** Rings in a source of their own: marking one of thousands of units must not rebuild their tiles. */
export function createSelectionLayer(frames: FrameGate): MapLayer<readonly Ring[]> {
  let map: MapLibreMap | null = null;
  let source: FeatureSource<RingFeature> | null = null;
  return {
    id: 'selection',
    install(target, tokens) {
      map = target;
      source = addFeatureSource(map, frames, SOURCE, { maxzoom: 14, buffer: 32, tolerance: 0 });
      for (const layer of ringLayers(tokens)) addLayerInOrder(map, layer);
    },
    update(rings) {
      source?.write(
        rings.map(({ role, around, lngLat }) => ({
          type: 'Feature',
          id: role === 'selected' ? 1 : 2,
          geometry: { type: 'Point', coordinates: [...lngLat] },
          properties: { role, around },
        })),
      );
    },
    setTheme(tokens) {
      if (map !== null) applyPaint(map, ringLayers(tokens));
    },
    dispose() {
      if (map !== null) removeLayers(map, LAYER_IDS, []);
      source?.dispose();
      map = null;
    },
  };
}

function ringLayers(tokens: Tokens): OrderedLayer[] {
  return [
    {
      id: 'selection-ring',
      type: 'circle',
      source: SOURCE,
      paint: {
        'circle-radius': ['match', ['get', 'around'], 'incident', 21, 15],
        'circle-color': tokens.text,
        'circle-opacity': ['match', ['get', 'role'], 'selected', 0.16, 0.1],
        'circle-stroke-color': tokens.text,
        'circle-stroke-width': ['match', ['get', 'role'], 'selected', 2.5, 1],
      },
    },
  ];
}
