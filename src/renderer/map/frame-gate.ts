import type { MapLibreMap } from 'maplibre-gl';

/** A worker that is slow or never answers holds up neither other frames nor updates for ever. */
const HOLD_LIMIT_MS = 700;
const GIVE_UP_MS = 3_000;
/** Later than a 1 Hz batch: where units move, their next frame does for the one asked for here. */
const FOLLOW_UP_MS = 1_200;

/** Where the map draws only when the picture has changed. */
export interface FrameGate {
  /**
   * Send data to a source. No frame is drawn until its tiles hold the data, so that everything sent at
   * about the same time comes on screen in one. Resolves once that frame has been drawn.
   */
  write(sourceId: string, send: () => Promise<unknown>): Promise<void>;
  dispose(): void;
}

/**
 * MapLibre asks for a frame at every step of an update: when data leaves, when each tile comes back, and
 * once more because symbols of new tiles were placed. All but one show nothing new, and without a GPU a
 * frame costs more than all the rest. A moving camera draws every frame it asks for.
 */
export function createFrameGate(map: MapLibreMap): FrameGate {
  const draw = map.triggerRepaint.bind(map);
  let holds = 0;
  let isWanted = false;
  let isEndOfFrame = false;
  let followUp: ReturnType<typeof setTimeout> | null = null;

  const request = (): void => {
    if (map.isMoving()) draw();
    else if (isEndOfFrame) followUp ??= setTimeout(requestFollowUp, FOLLOW_UP_MS);
    else if (holds > 0) isWanted = true;
    else draw();
  };
  const requestFollowUp = (): void => {
    followUp = null;
    request();
  };
  const hold = (): (() => void) => {
    let isHeld = true;
    const release = (): void => {
      if (!isHeld) return;
      isHeld = false;
      clearTimeout(limit);
      holds -= 1;
      if (holds > 0 || !isWanted) return;
      isWanted = false;
      draw();
    };
    holds += 1;
    const limit = setTimeout(release, HOLD_LIMIT_MS);
    return release;
  };
  // MapLibre fires `render` last but for asking, within the same call, for the frame that follows.
  const onRender = (): void => {
    isWanted = false;
    if (followUp !== null) clearTimeout(followUp);
    followUp = null;
    isEndOfFrame = true;
    queueMicrotask(() => {
      isEndOfFrame = false;
    });
  };

  map.triggerRepaint = request;
  map.on('render', onRender);
  return {
    async write(sourceId, send) {
      const release = hold();
      try {
        await send();
        await sourceLoaded(map, sourceId);
      } finally {
        const drawn = isWanted ? nextFrame(map) : Promise.resolve();
        release();
        await drawn;
      }
    },
    dispose() {
      map.off('render', onRender);
      map.triggerRepaint = draw;
      if (followUp !== null) clearTimeout(followUp);
    },
  };
}

function nextFrame(map: MapLibreMap): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timeout);
      map.off('render', end);
      resolve();
    };
    const timeout = setTimeout(end, GIVE_UP_MS);
    map.on('render', end);
  });
}

/** Resolves once the tiles of a source hold its latest data, or when that took too long. */
function sourceLoaded(map: MapLibreMap, sourceId: string): Promise<void> {
  const isLoaded = (): boolean =>
    map.getSource(sourceId) === undefined || map.isSourceLoaded(sourceId);
  // The data touched no tile that is in view.
  if (isLoaded()) return Promise.resolve();
  return new Promise((resolve) => {
    const check = (): void => {
      if (isLoaded()) end();
    };
    const end = (): void => {
      clearTimeout(timeout);
      map.off('sourcedata', check);
      resolve();
    };
    const timeout = setTimeout(end, GIVE_UP_MS);
    map.on('sourcedata', check);
  });
}
