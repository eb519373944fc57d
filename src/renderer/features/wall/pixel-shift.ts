/** How far the picture wanders from its middle, in rem. */
export const SHIFT_REM = 0.25;
const MINUTE_MS = 60_000;
/** Minutes of a whole swing; without a common divisor, so that the path covers the area before it repeats. */
const SWING_MINUTES = { x: 29, y: 37 } as const;

/** Against burn-in: where the picture stands at a moment, in rem. It moves once a minute, by less than a pixel or two. */
export function pixelShift(nowMs: number): { xRem: number; yRem: number } {
  const minute = Math.floor(nowMs / MINUTE_MS);
  const swing = (minutes: number): number =>
    SHIFT_REM * Math.sin((2 * Math.PI * (minute % minutes)) / minutes);
  return { xRem: swing(SWING_MINUTES.x), yRem: swing(SWING_MINUTES.y) };
}
