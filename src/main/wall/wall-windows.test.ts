import { describe, expect, it } from 'vitest';

import type { Display } from './displays';
import type { WallPlan } from './wall-plan';
import { reconcileWall, type WallWindow, wantedWindows } from './wall-windows';

const display = (id: number): Display => ({
  id,
  label: `TV ${String(id)}`,
  bounds: { x: id * 1920, y: 0, width: 1920, height: 1080 },
});
const displays = [1, 2, 3, 4].map(display);

function planOf(scenes: WallPlan['slots'][number]['scene'][]): WallPlan {
  return {
    isOpen: true,
    takesNewDisplays: false,
    slots: scenes.map((scene, index) => ({ display: display(index + 1), scene })),
  };
}

const scenesOn = (plan: WallPlan, on: readonly Display[]) =>
  wantedWindows(plan, on).map((window) => window.scene);

describe('wantedWindows', () => {
  it('gives each display a scene of its own, in order, and begins again', () => {
    expect(scenesOn(planOf([null, null, null, null]), displays)).toEqual([
      'peta-langsung',
      'status-unit',
      'aduan-kecamatan',
      'peta-langsung',
    ]);
  });

  it('gives a display without a choice what the others do not show', () => {
    expect(scenesOn(planOf([null, 'peta-langsung', null]), displays)).toEqual([
      'status-unit',
      'peta-langsung',
      'aduan-kecamatan',
    ]);
  });

  it('changes nobody’s scene when a display goes', () => {
    const plan = planOf([null, null, null]);
    expect(scenesOn(plan, [display(1), display(3)])).toEqual(['peta-langsung', 'aduan-kecamatan']);
  });

  it('lets the scenes take turns on the only display, unless one was chosen for it', () => {
    expect(scenesOn(planOf([null]), displays)).toEqual([null]);
    expect(scenesOn(planOf([null, null]), [display(2)])).toEqual([null]);
    expect(scenesOn(planOf(['status-unit']), displays)).toEqual(['status-unit']);
  });

  it('numbers the windows as the system numbers the displays', () => {
    const [window] = wantedWindows(planOf([null]), [display(9), display(1)]);
    expect(window).toEqual({
      displayId: 1,
      number: 2,
      label: 'TV 1',
      bounds: { x: 1920, y: 0, width: 1920, height: 1080 },
      scene: null,
    });
  });

  it('wants nothing of a closed wall', () => {
    expect(wantedWindows({ ...planOf([null]), isOpen: false }, displays)).toEqual([]);
  });
});

describe('reconcileWall', () => {
  const window = (displayId: number, change: Partial<WallWindow> = {}): WallWindow => ({
    displayId,
    number: displayId,
    label: '',
    bounds: { x: 0, y: 0, width: 1920, height: 1080 },
    scene: 'status-unit',
    ...change,
  });

  it('does nothing where everything is as wanted', () => {
    expect(reconcileWall([window(1)], [window(1)])).toEqual([]);
  });

  it('closes what nobody wants before it opens what is missing', () => {
    expect(reconcileWall([window(1), window(3)], [window(1), window(2)])).toEqual([
      { kind: 'close', displayId: 2 },
      { kind: 'open', window: window(3) },
    ]);
  });

  it('refits a window whose display changed, and shows another scene where it is another', () => {
    const moved = window(1, { bounds: { x: 0, y: 0, width: 3840, height: 2160 } });
    const other = window(2, { scene: null });
    expect(reconcileWall([moved, other], [window(1), window(2)])).toEqual([
      { kind: 'refit', window: moved },
      { kind: 'show', window: other },
    ]);
  });

  it('comes to rest: what it asks for, once done, asks for nothing more', () => {
    const wanted = wantedWindows(planOf([null, null, null]), displays);
    const after = reconcileWall(wanted, []).flatMap((action) =>
      action.kind === 'open' ? [action.window] : [],
    );
    expect(reconcileWall(wanted, after)).toEqual([]);
  });
});
