import type { AvailabilityClass } from '@shared/domain/unit-status';
import type { ExpressionSpecification, MapLibreMap } from 'maplibre-gl';

import type { Tokens } from '../theme/tokens';
import type { OrderedLayer } from './apply-paint';

/** More units than this are a crowd. */
const CROWD = 1_500;
/** From here on a crowd's units are icons again: few of them are in view. */
const ICONS_FROM_ZOOM = 13.5;
const MAX_ZOOM = 24;

const SIZE = {
  available: 4.5,
  conditional: 3.5,
  committed: 4.5,
  unavailable: 3,
} as const satisfies Record<AvailabilityClass, number>;

/**
 * How a crowd is drawn from afar: as icons, thousands hide one another, and laying them out takes a second;
 * as dots they take a few milliseconds. A class has a colour and a shape here too: a disc, a ring, a disc
 * within a ring, a small ring. A crew in danger is an icon at every zoom.
 */
export function crowdLayers(source: string, tokens: Tokens): readonly OrderedLayer[] {
  const { availability, map } = tokens;
  return [
    {
      id: 'unit-dot',
      type: 'circle',
      source,
      paint: {
        'circle-radius': byClass(SIZE),
        'circle-color': byClass({
          available: availability.available,
          conditional: map.halo,
          committed: availability.committed,
          unavailable: map.halo,
        }),
        'circle-stroke-width': byClass({
          available: 0.75,
          conditional: 2.5,
          committed: 1.5,
          unavailable: 1.5,
        }),
        'circle-stroke-color': byClass({
          available: map.halo,
          conditional: availability.conditional,
          committed: tokens.text,
          unavailable: availability.unavailable,
        }),
        // Old positions are pale, as their icons are.
        'circle-opacity': ['case', ['in', ':live', ['get', 'icon']], 1, 0.4],
        'circle-stroke-opacity': ['case', ['in', ':live', ['get', 'icon']], 1, 0.4],
      },
    },
    {
      id: 'unit-sos',
      type: 'symbol',
      source,
      filter: ['in', ':sos', ['get', 'icon']],
      layout: {
        'icon-image': ['get', 'icon'],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
  ];
}

export function isCrowd(units: number): boolean {
  return units > CROWD;
}

/** Draw the units as a crowd, or each as an icon. */
export function showAsCrowd(map: MapLibreMap, isCrowded: boolean): void {
  const iconsFrom = isCrowded ? ICONS_FROM_ZOOM : 0;
  for (const id of ['unit-dot', 'unit-sos']) map.setLayerZoomRange(id, 0, iconsFrom);
  for (const id of ['unit', 'unit-heading']) map.setLayerZoomRange(id, iconsFrom, MAX_ZOOM);
}

function byClass(values: Record<AvailabilityClass, string | number>): ExpressionSpecification {
  return [
    'match',
    ['get', 'class'],
    'available',
    values.available,
    'conditional',
    values.conditional,
    'committed',
    values.committed,
    values.unavailable,
  ];
}
