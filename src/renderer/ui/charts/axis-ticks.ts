/**
 * Round values for a vertical axis from 0 to at least `max`, at most six of them.
 * @param minStep the smallest step that makes sense: 1 for counts
 */
export function valueTicks(max: number, minStep = 1): number[] {
  const step = roundStep(Math.max(max, minStep) / MAX_INTERVALS, minStep);
  const intervals = Math.max(1, Math.ceil(max / step - 1e-9));
  return Array.from({ length: intervals + 1 }, (_, index) => index * step);
}

const MAX_INTERVALS = 5;

/**
 * Which points get a label under the axis, so that no two labels touch: the first, then at one even step.
 * @param maxLabels how many fit side by side
 */
export function labelledIndexes(count: number, maxLabels: number): number[] {
  const room = Math.max(1, Math.floor(maxLabels));
  const step =
    LABEL_STEPS.find((candidate) => count / candidate <= room) ?? Math.ceil(count / room);
  return Array.from({ length: Math.ceil(count / step) }, (_, index) => index * step);
}

/** Hours and days read well at these steps. */
const LABEL_STEPS = [1, 2, 3, 4, 6, 7, 12, 14];

function roundStep(atLeast: number, minStep: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(atLeast, minStep)));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= atLeast) ?? 10;
  return Math.max(minStep, factor * power);
}

/** Recharts writes its own grey on each text; a style sheet does not reach it. */
export const TICK_TEXT = { fill: 'var(--cc-muted)' } as const;
