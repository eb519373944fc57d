import type { AddLayerObject, MapLibreMap } from 'maplibre-gl';

/**
 * Every style layer, from bottom to top. It is also who gives way: labels are placed from the top
 * down, so on a crowded map landmarks go first, then facilities, then unit names, and the label of a
 * kecamatan, its name with its figure, at last; an incident never goes.
 */
export const LAYER_ORDER = [
  'land',
  'kecamatan-fill',
  'kelurahan-line',
  'road-kolektor',
  'road-arteri',
  'road-rel',
  'road-tol',
  'kecamatan-line',
  'kecamatan-mark',
  'facility-area',
  'facility-line',
  'landmark',
  'facility-dot',
  'facility',
  'selection-ring',
  'unit-dot',
  'unit',
  'unit-heading',
  'unit-sos',
  'unit-label',
  'kecamatan-name',
  'kecamatan-number',
  'incident',
] as const;
export type LayerId = (typeof LAYER_ORDER)[number];

/** Add a style layer at its place in `LAYER_ORDER`, whatever has been added before it. */
export function addLayerInOrder(map: MapLibreMap, layer: AddLayerObject & { id: LayerId }): void {
  const above = LAYER_ORDER.slice(LAYER_ORDER.indexOf(layer.id) + 1);
  map.addLayer(
    layer,
    above.find((id) => map.getLayer(id) !== undefined),
  );
}
