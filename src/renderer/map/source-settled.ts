import type { MapLibreMap } from 'maplibre-gl';

/** A worker that never answers must not stop updates for ever. */
const GIVE_UP_MS = 3_000;

/**
 * Resolves when the tiles of a source hold its latest data and a frame with them has been drawn. It asks
 * for no frame of its own: without a GPU a frame takes longer than everything before it.
 */
export function sourceSettled(map: MapLibreMap, sourceId: string): Promise<void> {
  const isLoaded = (): boolean =>
    map.getSource(sourceId) === undefined || map.isSourceLoaded(sourceId);
  // The data touched no tile that is in view.
  if (isLoaded()) return Promise.resolve();
  return new Promise((resolve) => {
    const check = (): void => {
      if (!isLoaded()) return;
      clearTimeout(timeout);
      map.off('render', check);
      resolve();
    };
    const timeout = setTimeout(() => {
      map.off('render', check);
      resolve();
    }, GIVE_UP_MS);
    map.on('render', check);
  });
}
