import type { ExpressionSpecification, MapLibreMap } from 'maplibre-gl';

import type { Tokens } from '../theme/tokens';
import { applyPaint, removeLayers } from './apply-paint';
import type { MapLayer } from './map-layer';
import { type TileStyleLayer, tileStyle } from './tile-style';

export const TILE_SOURCE = 'tiles';

/** Close by, the colour of a kecamatan lets the ground through: there it is read on the wider view. */
const AREA_OPACITY: ExpressionSpecification = [
  'interpolate',
  ['linear'],
  ['zoom'],
  12.5,
  1,
  15,
  0.4,
];

/**
 * The ground drawn from vector tiles. Installed over our own layers, each part goes to its place among them.
 * @param url of a vector source
 */
export function createTileGroundLayer(url: string): MapLayer {
  let map: MapLibreMap | null = null;
  let style: TileStyleLayer[] = [];
  return {
    id: TILE_SOURCE,
    install(target, tokens) {
      map = target;
      style = tileStyle(TILE_SOURCE, tokens);
      map.addSource(TILE_SOURCE, { type: 'vector', url });
      for (const { layer, below } of style) map.addLayer(layer, below);
      map.setPaintProperty('kecamatan-fill', 'fill-opacity', AREA_OPACITY);
    },
    update() {
      // The tiles' source fetches what comes into view.
    },
    setTheme(tokens: Tokens) {
      if (map === null) return;
      style = tileStyle(TILE_SOURCE, tokens);
      applyPaint(
        map,
        style.map(({ layer }) => layer),
      );
    },
    dispose() {
      if (map === null) return;
      const ids = style.map(({ layer: { id } }) => ({ id }));
      removeLayers(map, ids, [TILE_SOURCE]);
      map.setPaintProperty('kecamatan-fill', 'fill-opacity', 1);
      map = null;
    },
  };
}
