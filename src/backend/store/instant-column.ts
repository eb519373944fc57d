import type { Instant } from '@shared/domain/time';
import { customType } from 'drizzle-orm/pg-core';

/** A `timestamptz(3)` column that is an `Instant` (ISO-8601 UTC, milliseconds) in code. */
export const instant = customType<{ data: Instant; driverData: string }>({
  dataType: () => 'timestamp (3) with time zone',
  fromDriver: (value) => toInstant(value),
});

/** @param value what a driver hands over: PostgreSQL's own text form, or a Date */
export function toInstant(value: string | Date): Instant {
  return new Date(value).toISOString();
}
