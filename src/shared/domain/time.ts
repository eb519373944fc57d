import { z } from 'zod';

/** ISO-8601 UTC instant, e.g. `2026-11-24T07:02:11.000Z`: the only form on the wire and in records. */
export const instantSchema = z.iso.datetime();
export type Instant = string;

/** What intake accepts: any UTC offset, normalised to a UTC instant with milliseconds. */
export const instantInputSchema = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text).toISOString());

/** WIB is UTC+7 the whole year: Indonesia has no daylight saving. */
export const WIB_OFFSET_MS = 7 * 3_600_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** The calendar day in WIB of an instant, `YYYY-MM-DD`. */
export function wibDay(instant: Instant): string {
  return new Date(Date.parse(instant) + WIB_OFFSET_MS).toISOString().slice(0, 10);
}

/** The instant at which a WIB calendar day (`YYYY-MM-DD`) begins. */
export function wibDayStart(day: string): Instant {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) - WIB_OFFSET_MS).toISOString();
}
