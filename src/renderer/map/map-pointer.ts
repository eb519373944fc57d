import type { MapGeoJSONFeature, MapLibreMap, PointLike } from 'maplibre-gl';

import type { Selection } from '../live/selection';
import type { IdInterner } from './intern-ids';
import type { LayerId } from './layer-order';
import type { MapHover, MapTarget } from './map-view-state';

/** How near is near enough, in pixels: icons are small and hands are not steady. */
const REACH_PX = 4;
const TARGET_LAYERS = [
  'incident',
  'unit',
  'unit-sos',
  'unit-dot',
  'facility',
  'facility-dot',
  'kecamatan-fill',
] as const satisfies readonly LayerId[];
const MARKER_LAYERS = TARGET_LAYERS.filter((id) => id !== 'kecamatan-fill');

export interface PointerHandlers {
  hover(hover: MapHover | null): void;
  select(selection: Selection): void;
}

/** What the pointer is over: incidents before units, facilities and areas. @returns the unsubscribe */
export function watchPointer(
  map: MapLibreMap,
  ids: IdInterner,
  handlers: PointerHandlers,
): () => void {
  let frame: number | null = null;
  let latest = { x: 0, y: 0 };

  const lookUp = (): void => {
    frame = null;
    const target = targetAt(map, ids, latest);
    map.getCanvas().style.cursor = target === null ? '' : 'pointer';
    handlers.hover(target === null ? null : { target, ...latest });
  };
  const onMove = ({ point }: { point: { x: number; y: number } }): void => {
    latest = { x: point.x, y: point.y };
    frame ??= requestAnimationFrame(lookUp);
  };
  const onOut = (): void => {
    if (frame !== null) cancelAnimationFrame(frame);
    frame = null;
    handlers.hover(null);
  };
  const onClick = ({ point }: { point: { x: number; y: number } }): void => {
    const target = targetAt(map, ids, point);
    if (target?.kind !== 'facility') handlers.select(target);
  };
  map.on('mousemove', onMove);
  map.on('mouseout', onOut);
  map.on('click', onClick);
  return () => {
    onOut();
    map.off('mousemove', onMove);
    map.off('mouseout', onOut);
    map.off('click', onClick);
  };
}

function targetAt(
  map: MapLibreMap,
  ids: IdInterner,
  { x, y }: { x: number; y: number },
): MapTarget | null {
  const box: [PointLike, PointLike] = [
    [x - REACH_PX, y - REACH_PX],
    [x + REACH_PX, y + REACH_PX],
  ];
  const marker = map.queryRenderedFeatures(box, { layers: MARKER_LAYERS });
  const found = [...marker, ...map.queryRenderedFeatures([x, y], { layers: ['kecamatan-fill'] })];
  for (const layer of TARGET_LAYERS) {
    const feature = found.find((candidate) => candidate.layer.id === layer);
    const key = feature === undefined ? undefined : ids.keyOf(Number(feature.id));
    if (feature !== undefined && key !== undefined) return targetOf(feature, key);
  }
  return null;
}

function targetOf(feature: MapGeoJSONFeature, key: string): MapTarget {
  if (feature.layer.id === 'incident') return { kind: 'incident', id: key };
  if (feature.layer.id.startsWith('unit')) return { kind: 'unit', id: key };
  if (feature.layer.id.startsWith('facility')) return { kind: 'facility', id: key };
  return { kind: 'kecamatan', code: key };
}
