import type { MapLibreMap } from 'maplibre-gl';

/** A worker that never answers must not stop updates for ever. */
const GIVE_UP_MS = 3_000;

/** Resolves when the tiles of a source show its latest data and have been drawn. */
export function sourceSettled(map: MapLibreMap, sourceId: string): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timeout);
      map.off('render', check);
      resolve();
    };
    // Asked at each frame: what counts is that the new tiles were drawn, not that they arrived.
    const check = (): void => {
      if (map.getSource(sourceId) === undefined || map.isSourceLoaded(sourceId)) done();
    };
    const timeout = setTimeout(done, GIVE_UP_MS);
    map.on('render', check);
    map.triggerRepaint();
  });
}
