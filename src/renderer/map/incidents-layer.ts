import { PRIORITIES, type Priority } from '@shared/domain/priority';
import type { MapLibreMap } from 'maplibre-gl';

import type { Tokens } from '../theme/tokens';
import { applyPaint, type OrderedLayer, removeLayers } from './apply-paint';
import { drawIncidentIcon, incidentIconName } from './draw-incident-icon';
import { addFeatureSource, type FeatureSource } from './feature-source';
import type { IncidentFeature } from './features-of-incidents';
import { createIconSet, type IconSet } from './icon-set';
import { addLayerInOrder } from './layer-order';
import { MAP_FONTS } from './map-fonts';
import type { MapLayer } from './map-layer';

const SOURCE = 'incidents';
const LAYER_IDS = [{ id: 'incident' }] as const;

/** Open incidents: always on top, and labels make room for them. */
export function createIncidentsLayer(): MapLayer<readonly IncidentFeature[]> {
  let map: MapLibreMap | null = null;
  let source: FeatureSource<IncidentFeature> | null = null;
  let icons: IconSet<Priority> | null = null;
  let colors: Tokens | null = null;
  return {
    id: 'incidents',
    install(target, tokens) {
      map = target;
      colors = tokens;
      icons = createIconSet<Priority>(map, incidentIconName, (priority) =>
        drawIncidentIcon(priority, colors ?? tokens),
      );
      for (const priority of PRIORITIES) icons.ensure(priority);
      source = addFeatureSource(map, SOURCE, { maxzoom: 14, buffer: 0, tolerance: 0 });
      for (const layer of incidentLayers(tokens)) addLayerInOrder(map, layer);
    },
    update: (features) => source?.write(features),
    setTheme(tokens) {
      colors = tokens;
      icons?.redraw();
      if (map !== null) applyPaint(map, incidentLayers(tokens));
    },
    dispose() {
      if (map !== null) removeLayers(map, LAYER_IDS, []);
      source?.dispose();
      icons?.dispose();
      map = null;
    },
  };
}

function incidentLayers(tokens: Tokens): OrderedLayer[] {
  return [
    {
      id: 'incident',
      type: 'symbol',
      source: SOURCE,
      layout: {
        'icon-image': ['concat', 'incident:', ['get', 'priority']],
        'icon-allow-overlap': true,
        'text-field': ['get', 'code'],
        'text-font': [MAP_FONTS.bold],
        'text-size': 10.5,
        'text-allow-overlap': true,
        'symbol-sort-key': ['get', 'urgency'],
      },
      paint: { 'text-color': tokens.onPriority },
    },
  ];
}
