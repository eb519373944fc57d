import type { MapLibreMap } from 'maplibre-gl';

import type { Tokens } from '../theme/tokens';

/**
 * One subject on the map: its sources, style layers and images. A layer is installed once, on a map
 * whose style has loaded, and owns everything it added until `dispose`.
 */
export interface MapLayer<Update = never> {
  readonly id: string;
  install: (map: MapLibreMap, tokens: Tokens) => void;
  /** What changed since the last call; cheap when nothing did. */
  update: (update: Update) => void;
  setTheme: (tokens: Tokens) => void;
  dispose: () => void;
}
