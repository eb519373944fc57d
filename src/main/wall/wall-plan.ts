import { WALL_SCENES } from '@shared/ipc/place';
import { z } from 'zod';

import { type Display, displaySchema } from './displays';
import { recognizeDisplays } from './recognize-displays';
import type { WallChoice, WallRequest } from './wall-request';

const MAX_SLOTS = 16;

export const wallSlotSchema = z.object({
  /** As it was when last seen; it may be unplugged now. */
  display: displaySchema,
  /** Null: nobody has chosen one. */
  scene: z.enum(WALL_SCENES).nullable(),
});
export type WallSlot = z.infer<typeof wallSlotSchema>;

/** Which display shows which scene. Remembered across restarts, and while a display is away. */
export const wallPlanSchema = z.object({
  isOpen: z.boolean(),
  /** Whether a display that is plugged in for the first time joins the wall. */
  takesNewDisplays: z.boolean(),
  slots: z.array(wallSlotSchema).max(MAX_SLOTS),
});
export type WallPlan = z.infer<typeof wallPlanSchema>;

export const NO_WALL: WallPlan = { isOpen: false, takesNewDisplays: false, slots: [] };

/**
 * The plan that a request makes of the displays at hand. A scene chosen earlier for a display stays unless the
 * request names another one; asked for every display, those that are away now keep their slot.
 * @throws Error when none of the displays asked for is there
 */
export function planWall(
  request: WallRequest,
  displays: readonly Display[],
  former: WallPlan,
): WallPlan {
  if (request.kind === 'all') {
    return settlePlan({ ...former, isOpen: true, takesNewDisplays: true }, displays, new Set());
  }
  const slots = request.choices.flatMap((choice) => slotFor(choice, displays, former));
  if (slots.length === 0) {
    const wanted = request.choices.map((choice) => String(choice.display)).join(', ');
    throw new Error(
      `Layar ${wanted} tidak ada; terpasang ${String(displays.length)}. / Display ${wanted} is not there; ${String(displays.length)} connected.`,
    );
  }
  return { isOpen: true, takesNewDisplays: false, slots: slots.slice(0, MAX_SLOTS) };
}

/**
 * The plan after displays came, went or changed: each slot knows its display as it is now, and new displays
 * have joined where the plan takes them.
 * @param seenIds displays that were already there at some time of this run; they are nobody else
 */
export function settlePlan(
  plan: WallPlan,
  displays: readonly Display[],
  seenIds: ReadonlySet<number>,
): WallPlan {
  const slots = recognizeDisplays(plan.slots, displays, seenIds);
  if (!plan.takesNewDisplays) return { ...plan, slots };
  const joining = displays
    .filter((display) => !slots.some((slot) => slot.display.id === display.id))
    .map((display): WallSlot => ({ display, scene: null }));
  return { ...plan, slots: [...slots, ...joining].slice(0, MAX_SLOTS) };
}

/** The numbers asked for of which there is no display. */
export function missingDisplays(request: WallRequest, displays: readonly Display[]): number[] {
  if (request.kind === 'all') return [];
  return request.choices
    .map((choice) => choice.display)
    .filter((number) => displays[number - 1] === undefined);
}

/** The plan with one display taken in, or left out where it was in. */
export function toggleDisplay(plan: WallPlan, display: Display): WallPlan {
  const isIn = plan.isOpen && plan.slots.some((slot) => slot.display.id === display.id);
  const others = plan.isOpen ? plan.slots.filter((slot) => slot.display.id !== display.id) : [];
  if (isIn) {
    return { isOpen: others.length > 0, takesNewDisplays: false, slots: others };
  }
  const known = plan.slots.find((slot) => slot.display.id === display.id);
  return {
    isOpen: true,
    takesNewDisplays: false,
    slots: [...others, { display, scene: known?.scene ?? null }].slice(-MAX_SLOTS),
  };
}

function slotFor(choice: WallChoice, displays: readonly Display[], former: WallPlan): WallSlot[] {
  const display = displays[choice.display - 1];
  if (display === undefined) return [];
  const known = former.slots.find((slot) => slot.display.id === display.id);
  return [{ display, scene: choice.scene ?? known?.scene ?? null }];
}
