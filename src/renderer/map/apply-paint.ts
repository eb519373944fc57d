import type { LayerSpecification, MapLibreMap } from 'maplibre-gl';

import type { LayerId } from './layer-order';

/** A style layer of ours, with its place in the order. */
export type OrderedLayer = LayerSpecification & { id: LayerId };

type PaintName = Parameters<MapLibreMap['setPaintProperty']>[1];
type PaintValue = Parameters<MapLibreMap['setPaintProperty']>[2];

/** Repaint layers that are on the map already, after the colours changed. */
export function applyPaint(map: MapLibreMap, layers: readonly LayerSpecification[]): void {
  for (const { id, paint } of layers) {
    // Name and value come as a pair from a typed layer specification, which Object.entries forgets.
    for (const [name, value] of Object.entries(paint ?? {}) as [PaintName, PaintValue][]) {
      map.setPaintProperty(id, name, value);
    }
  }
}

export function removeLayers(
  map: MapLibreMap,
  layers: readonly { id: string }[],
  sources: readonly string[],
): void {
  for (const { id } of layers) if (map.getLayer(id) !== undefined) map.removeLayer(id);
  for (const id of sources) if (map.getSource(id) !== undefined) map.removeSource(id);
}
