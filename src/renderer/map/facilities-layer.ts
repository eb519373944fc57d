import type { FacilityKind } from '@shared/domain/facility';
import type { MapLibreMap } from 'maplibre-gl';

import type { Tokens } from '../theme/tokens';
import { applyPaint, type OrderedLayer, removeLayers } from './apply-paint';
import { drawFacilityIcon, facilityIconName } from './facility-icon';
import { addFeatureSource, type FeatureSource } from './feature-source';
import type { FacilityFeature } from './features-of-facilities';
import type { FrameGate } from './frame-gate';
import { createIconSet, type IconSet } from './icon-set';
import { addLayerInOrder } from './layer-order';
import { MAP_FONTS } from './map-fonts';
import type { MapLayer } from './map-layer';

const SOURCE = 'facilities';
const LAYER_IDS = [
  { id: 'facility-area' },
  { id: 'facility-line' },
  { id: 'facility-dot' },
  { id: 'facility' },
] as const;

/**
 * What a person has asked to see of the city's facilities. Every one has a dot; its icon gives way where
 * there is no room for it, so that nothing of it ever hides an incident.
 */
export function createFacilitiesLayer(frames: FrameGate): MapLayer<readonly FacilityFeature[]> {
  let map: MapLibreMap | null = null;
  let source: FeatureSource<FacilityFeature> | null = null;
  let icons: IconSet<FacilityKind> | null = null;
  let colors: Tokens | null = null;
  return {
    id: SOURCE,
    install(target, tokens) {
      map = target;
      colors = tokens;
      icons = createIconSet(map, facilityIconName, (kind) =>
        drawFacilityIcon(kind, colors ?? tokens),
      );
      source = addFeatureSource(map, frames, SOURCE, { maxzoom: 14, tolerance: 0.2, buffer: 32 });
      for (const layer of facilityLayers(tokens)) addLayerInOrder(map, layer);
    },
    update(features) {
      for (const { properties } of features) icons?.ensure(properties.kind);
      source?.write(features);
    },
    setTheme(tokens) {
      colors = tokens;
      icons?.redraw();
      if (map !== null) applyPaint(map, facilityLayers(tokens));
    },
    dispose() {
      if (map !== null) removeLayers(map, LAYER_IDS, []);
      source?.dispose();
      icons?.dispose();
      map = null;
    },
  };
}

/** Routes are for walking along, so they are drawn stronger than the edge of an area. */
const ROUTE: FacilityKind = 'evacuation_route';

function facilityLayers(tokens: Tokens): OrderedLayer[] {
  return [
    {
      id: 'facility-area',
      type: 'fill',
      source: SOURCE,
      filter: ['all', ['==', ['get', 'role'], 'shape'], ['==', ['geometry-type'], 'Polygon']],
      paint: { 'fill-color': tokens.text, 'fill-opacity': 0.12 },
    },
    {
      id: 'facility-line',
      type: 'line',
      source: SOURCE,
      filter: ['==', ['get', 'role'], 'shape'],
      layout: { 'line-join': 'round', 'line-cap': 'butt' },
      paint: {
        'line-color': tokens.text,
        'line-width': ['match', ['get', 'kind'], ROUTE, 3, 1.25],
        'line-dasharray': [2.5, 1.25],
        'line-opacity': 0.85,
      },
    },
    {
      id: 'facility-dot',
      type: 'circle',
      source: SOURCE,
      filter: ['==', ['get', 'role'], 'icon'],
      paint: {
        'circle-radius': 2.25,
        'circle-color': tokens.text,
        'circle-stroke-color': tokens.map.halo,
        'circle-stroke-width': 1,
      },
    },
    {
      id: 'facility',
      type: 'symbol',
      source: SOURCE,
      filter: ['==', ['get', 'role'], 'icon'],
      layout: {
        'icon-image': ['concat', 'facility:', ['get', 'kind']],
        'icon-padding': 1,
        'text-field': ['step', ['zoom'], '', 14, ['get', 'name']],
        'text-font': [MAP_FONTS.medium],
        'text-size': 11,
        'text-max-width': 9,
        'text-optional': true,
        'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
        'text-radial-offset': 1.1,
      },
      paint: {
        'text-color': tokens.text,
        'text-halo-color': tokens.map.halo,
        'text-halo-width': 1.2,
      },
    },
  ];
}
