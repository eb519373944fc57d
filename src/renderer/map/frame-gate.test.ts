import type { MapLibreMap } from 'maplibre-gl';
import { describe, expect, it, vi } from 'vitest';

import { createFrameGate } from './frame-gate';

function fakeMap() {
  const draw = vi.fn();
  const listeners = new Map<string, Set<() => void>>();
  const state = { isMoving: false };
  const map = {
    triggerRepaint: draw,
    isMoving: () => state.isMoving,
    isSourceLoaded: () => true,
    getSource: () => ({}),
    on: (event: string, listener: () => void) =>
      listeners.set(event, new Set([...(listeners.get(event) ?? []), listener])),
    off: (event: string, listener: () => void) => listeners.get(event)?.delete(listener),
  };
  const fire = (event: string): void => {
    for (const listener of listeners.get(event) ?? []) listener();
  };
  // Only what the gate uses of a map.
  return { map: map as unknown as MapLibreMap, draw, fire, state };
}

describe('createFrameGate', () => {
  it('draws one frame for all data sent at the same time, once it is there', async () => {
    const { map, draw, fire } = fakeMap();
    const frames = createFrameGate(map);
    const ask = (): Promise<void> => {
      map.triggerRepaint();
      return Promise.resolve();
    };
    const writes = [frames.write('units', ask), frames.write('unit-labels', ask)];
    expect(draw).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(draw).toHaveBeenCalledTimes(1));
    fire('render');
    await Promise.all(writes);
    expect(draw).toHaveBeenCalledTimes(1);
    frames.dispose();
  });

  it('draws at once while the camera moves', () => {
    const { map, draw, state } = fakeMap();
    const frames = createFrameGate(map);
    state.isMoving = true;
    void frames.write('units', () => new Promise(() => undefined));
    map.triggerRepaint();
    expect(draw).toHaveBeenCalledTimes(1);
    frames.dispose();
  });
});
