import { HOUR_MS, wibDayStart } from '@shared/domain/time';

import type { Random } from './random';

/** Relative weight of each WIB hour of the day. */
export type Rhythm = readonly number[];

/** 112 calls: quiet before dawn, busy from the morning on, highest in the evening. */
export const CALL_RHYTHM: Rhythm = [
  2.2, 1.6, 1.2, 1, 1.1, 1.8, 3, 4.2, 5, 5.4, 5.6, 5.4, 5, 4.8, 5, 5.4, 5.8, 6, 6.4, 6.8, 6.4, 5.4,
  4.2, 3,
];
/** Complaints follow office hours and the evening on the phone. */
export const COMPLAINT_RHYTHM: Rhythm = [
  0.6, 0.3, 0.2, 0.2, 0.4, 1, 2.4, 5, 8, 9, 9, 8, 6, 6.4, 7, 7, 6, 4.6, 4, 4.6, 4.4, 3.4, 2, 1.2,
];

/** @returns the Unix ms of `count` events on a WIB day, in order */
export function timesOfDay(day: string, count: number, rhythm: Rhythm, random: Random): number[] {
  const start = Date.parse(wibDayStart(day));
  const hours = rhythm.map((weight, hour): [number, number] => [hour, weight]);
  return Array.from({ length: count }, () =>
    Math.floor(start + (random.weighted(hours) + random.next()) * HOUR_MS),
  ).sort((a, b) => a - b);
}
