import type { Tokens } from '../theme/tokens';

export type ElapsedTone = keyof Tokens['elapsed'];

const STEPS: readonly (readonly [minutes: number, tone: ElapsedTone])[] = [
  [60, 'min60'],
  [30, 'min30'],
  [15, 'min15'],
  [5, 'min5'],
];

/** The tone of running time: it warms at 5, 15, 30 and 60 minutes. */
export function elapsedTone(elapsedMs: number): ElapsedTone {
  const minutes = elapsedMs / 60_000;
  return STEPS.find(([from]) => minutes >= from)?.[1] ?? 'fresh';
}
