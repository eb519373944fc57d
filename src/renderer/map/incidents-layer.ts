import type { MapLibreMap } from 'maplibre-gl';

import type { Tokens } from '../theme/tokens';
import { type OrderedLayer, removeLayers } from './apply-paint';
import { drawIncidentIcon, type IncidentIcon, incidentIconName } from './draw-incident-icon';
import { addFeatureSource, type FeatureSource } from './feature-source';
import type { IncidentFeature } from './features-of-incidents';
import type { FrameGate } from './frame-gate';
import { createIconSet, type IconSet } from './icon-set';
import { addLayerInOrder } from './layer-order';
import type { MapLayer } from './map-layer';

const SOURCE = 'incidents';
const LAYER_IDS = [{ id: 'incident' }] as const;

/** Open incidents: always on top, and labels make room for them. */
export function createIncidentsLayer(frames: FrameGate): MapLayer<readonly IncidentFeature[]> {
  let map: MapLibreMap | null = null;
  let source: FeatureSource<IncidentFeature> | null = null;
  let icons: IconSet<IncidentIcon> | null = null;
  let colors: Tokens | null = null;
  return {
    id: 'incidents',
    install(target, tokens) {
      map = target;
      colors = tokens;
      icons = createIconSet<IncidentIcon>(map, incidentIconName, (priority) =>
        drawIncidentIcon(priority, colors ?? tokens),
      );
      source = addFeatureSource(map, frames, SOURCE, { maxzoom: 14, buffer: 0, tolerance: 0 });
      addLayerInOrder(map, INCIDENT_LAYER);
    },
    update(features) {
      for (const { properties } of features) icons?.ensure(properties);
      source?.write(features);
    },
    setTheme(tokens) {
      colors = tokens;
      icons?.redraw();
    },
    dispose() {
      if (map !== null) removeLayers(map, LAYER_IDS, []);
      source?.dispose();
      icons?.dispose();
      map = null;
    },
  };
}

const INCIDENT_LAYER: OrderedLayer = {
  id: 'incident',
  type: 'symbol',
  source: SOURCE,
  layout: {
    'icon-image': ['concat', 'incident:', ['get', 'priority'], ':', ['get', 'code']],
    'icon-allow-overlap': true,
    'symbol-sort-key': ['get', 'urgency'],
  },
};
