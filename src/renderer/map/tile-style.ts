import { layers as protomapsLayers } from '@protomaps/basemaps';
import type { LayerSpecification } from 'maplibre-gl';

import type { Tokens } from '../theme/tokens';
import type { LayerId } from './layer-order';
import { tileFlavor } from './tile-flavor';

export interface TileStyleLayer {
  layer: LayerSpecification;
  /** The layer of ours under which it goes. */
  below: LayerId;
}

/**
 * Style layers of a ground of Protomaps tiles: land under the kecamatan's colours, water, roads and houses
 * over them, names under all of our own. Without sprites there are no shields, arrows and points of
 * interest; boundaries are the city's own; casings would cost a pass each and show nothing on quiet roads.
 */
export function tileStyle(source: string, tokens: Tokens): TileStyleLayer[] {
  return protomapsLayers(source, tileFlavor(tokens), { lang: 'id' })
    .filter(({ id, type }) => type !== 'background' && !LEFT_OUT.test(id))
    .map((layer) => ({
      layer: { ...withoutIcon(layer), id: `${TILE_LAYER_PREFIX}${layer.id}` },
      below: placeOf(layer),
    }));
}

export const TILE_LAYER_PREFIX = 'tiles:';

const LEFT_OUT = /casing|^boundaries|^pois$|^roads_(shields|oneway)$|^places_(region|country)$/;
const OVER_AREAS = /^(water|roads|buildings)/;

function placeOf({ id, type }: LayerSpecification): LayerId {
  if (type === 'symbol') return 'facility-area';
  return OVER_AREAS.test(id) ? 'kelurahan-line' : 'kecamatan-fill';
}

/** The dot beside a town's name would be a picture of a sprite that is not there. */
function withoutIcon(layer: LayerSpecification): LayerSpecification {
  if (layer.type !== 'symbol' || layer.layout === undefined) return layer;
  const layout = Object.fromEntries(
    Object.entries(layer.layout).filter(([name]) => !name.startsWith('icon-')),
  );
  return { ...layer, layout };
}
