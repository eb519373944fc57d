import type { MapLibreMap } from 'maplibre-gl';

import { LAYER_ORDER, type LayerId } from './layer-order';

/** What a map is about: a desk's shows everything, a wall's one subject at a time. */
export type MapContent = 'everything' | 'live' | 'complaints';

/** What somebody asks for with a hand; nobody does at a wall. */
const PLACES = ['landmark', 'facility', 'facility-dot', 'facility-area', 'facility-line'] as const;

/** What each leaves out. Incidents are always there. */
const HIDDEN = {
  everything: ['kecamatan-name'],
  live: ['kecamatan-fill', 'kecamatan-number', ...PLACES],
  complaints: [
    'kecamatan-name',
    'unit-dot',
    'unit',
    'unit-heading',
    'unit-sos',
    'unit-label',
    ...PLACES,
  ],
} as const satisfies Record<MapContent, readonly LayerId[]>;

/** Show the layers of a content and hide the others. */
export function applyContent(map: MapLibreMap, content: MapContent): void {
  const hidden: readonly LayerId[] = HIDDEN[content];
  for (const id of LAYER_ORDER) {
    if (map.getLayer(id) === undefined) continue;
    const visibility = hidden.includes(id) ? 'none' : 'visible';
    if (map.getLayoutProperty(id, 'visibility') !== visibility)
      map.setLayoutProperty(id, 'visibility', visibility);
  }
}
