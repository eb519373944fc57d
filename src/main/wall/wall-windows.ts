import { WALL_SCENES, type WallScene } from '@shared/ipc/place';

import { type Display, isSameRectangle, type Rectangle } from './displays';
import type { WallPlan, WallSlot } from './wall-plan';

/** One window of the wall as it should be. */
export interface WallWindow {
  displayId: number;
  /** The display's number, as in the menu and the start option. */
  number: number;
  label: string;
  bounds: Rectangle;
  /** Null: the scenes take turns. */
  scene: WallScene | null;
}

/**
 * The windows that a plan wants on the displays at hand. Where nobody has chosen a scene, each display gets one
 * that is shown least; a display that is the only one shows them all in turn.
 */
export function wantedWindows(plan: WallPlan, displays: readonly Display[]): WallWindow[] {
  if (!plan.isOpen) return [];
  const scenes = scenesOf(plan.slots);
  const windows = plan.slots.flatMap((slot, index): WallWindow[] => {
    const place = displays.findIndex((display) => display.id === slot.display.id);
    const display = displays[place];
    if (display === undefined) return [];
    const scene = scenes[index] ?? null;
    const { id, label, bounds } = display;
    return [{ displayId: id, number: place + 1, label, bounds, scene }];
  });
  const [only] = windows;
  if (only === undefined || windows.length > 1) return windows;
  const slot = plan.slots.find((candidate) => candidate.display.id === only.displayId);
  return [{ ...only, scene: slot?.scene ?? null }];
}

export type WallAction =
  | { kind: 'open'; window: WallWindow }
  | { kind: 'close'; displayId: number }
  /** The display changed its size or place. */
  | { kind: 'refit'; window: WallWindow }
  | { kind: 'show'; window: WallWindow };

/** What to do so that the windows that are there become those that are wanted. */
export function reconcileWall(
  wanted: readonly WallWindow[],
  open: readonly WallWindow[],
): WallAction[] {
  const closing = open
    .filter((window) => !wanted.some((other) => other.displayId === window.displayId))
    .map((window): WallAction => ({ kind: 'close', displayId: window.displayId }));
  const rest = wanted.flatMap((window): WallAction[] => {
    const present = open.find((other) => other.displayId === window.displayId);
    if (present === undefined) return [{ kind: 'open', window }];
    const refits = isSameRectangle(present.bounds, window.bounds)
      ? []
      : [{ kind: 'refit', window } as const];
    const shows = present.scene === window.scene ? [] : [{ kind: 'show', window } as const];
    return [...refits, ...shows];
  });
  return [...closing, ...rest];
}

/** Counted over displays that are away too, so that nobody's scene changes when one of them goes. */
function scenesOf(slots: readonly WallSlot[]): WallScene[] {
  const uses = new Map<WallScene, number>(WALL_SCENES.map((scene) => [scene, 0]));
  const use = (scene: WallScene): WallScene => {
    uses.set(scene, (uses.get(scene) ?? 0) + 1);
    return scene;
  };
  for (const { scene } of slots) if (scene !== null) use(scene);
  return slots.map(({ scene }) => scene ?? use(leastUsed(uses)));
}

function leastUsed(uses: ReadonlyMap<WallScene, number>): WallScene {
  const fewest = Math.min(...uses.values());
  return WALL_SCENES.find((scene) => uses.get(scene) === fewest) ?? WALL_SCENES[0];
}
