import type { CityPack } from '@shared/domain/city-pack';
import type { MapLibreMap } from 'maplibre-gl';

import type { Tokens } from '../theme/tokens';
import { applyPaint, type OrderedLayer, removeLayers } from './apply-paint';
import { drawIcon } from './icon-canvas';
import { createIconSet, type IconSet } from './icon-set';
import { landmarkIconOf, landmarkRank } from './landmark-icon';
import { addLayerInOrder } from './layer-order';
import { MAKI_SIZE, type MakiName, makiPath } from './maki';
import { MAP_FONTS } from './map-fonts';
import type { MapLayer } from './map-layer';

const SOURCE = 'landmarks';
const LAYER_IDS = [{ id: 'landmark' }] as const;

/** Places people give as directions. They are the first to give way. */
export function createLandmarksLayer(city: CityPack): MapLayer {
  let map: MapLibreMap | null = null;
  let icons: IconSet<MakiName> | null = null;
  let colors: Tokens | null = null;
  return {
    id: 'landmarks',
    install(target, tokens) {
      map = target;
      colors = tokens;
      const drawn = createIconSet<MakiName>(
        map,
        (name) => `maki:${name}`,
        (name) => drawMaki(name, colors?.muted ?? tokens.muted),
      );
      icons = drawn;
      map.addSource(SOURCE, {
        type: 'geojson',
        maxzoom: 12,
        data: {
          type: 'FeatureCollection',
          features: city.landmarks.map(({ name, category, lngLat }, index) => ({
            type: 'Feature',
            id: index + 1,
            geometry: { type: 'Point', coordinates: lngLat },
            properties: {
              name,
              icon: drawn.ensure(landmarkIconOf(category)),
              rank: landmarkRank(category),
            },
          })),
        },
      });
      for (const layer of landmarkLayers(tokens)) addLayerInOrder(map, layer);
    },
    update() {
      // Nothing here changes.
    },
    setTheme(tokens) {
      colors = tokens;
      icons?.redraw();
      if (map !== null) applyPaint(map, landmarkLayers(tokens));
    },
    dispose() {
      if (map !== null) removeLayers(map, LAYER_IDS, [SOURCE]);
      icons?.dispose();
      map = null;
    },
  };
}

function drawMaki(name: MakiName, color: string): ImageData {
  return drawIcon(MAKI_SIZE, (context) => {
    context.translate(-MAKI_SIZE / 2, -MAKI_SIZE / 2);
    context.fillStyle = color;
    context.fill(makiPath(name));
  });
}

function landmarkLayers(tokens: Tokens): OrderedLayer[] {
  return [
    {
      id: 'landmark',
      type: 'symbol',
      source: SOURCE,
      minzoom: 12.5,
      layout: {
        'icon-image': ['get', 'icon'],
        'icon-size': 0.9,
        'symbol-sort-key': ['get', 'rank'],
        'text-field': ['step', ['zoom'], '', 13.2, ['get', 'name']],
        'text-font': [MAP_FONTS.medium],
        'text-size': 11,
        'text-max-width': 9,
        'text-optional': true,
        'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
        'text-radial-offset': 0.9,
      },
      paint: {
        'text-color': tokens.muted,
        'text-halo-color': tokens.map.halo,
        'text-halo-width': 1.2,
      },
    },
  ];
}
