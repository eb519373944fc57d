import { DAY_MS, WIB_OFFSET_MS } from '@shared/domain/time';

import type { AuditQuery } from '../../live/admin-api';

/** What is asked of the server: of WIB days, both included, the instants they begin and end at. */
export function serverQuery({ from, to, ...rest }: AuditQuery): AuditQuery {
  return {
    ...rest,
    ...(from !== undefined && { from: instantOf(startOfDayMs(from)) }),
    ...(to !== undefined && { to: instantOf(startOfDayMs(to) + DAY_MS) }),
  };
}

const startOfDayMs = (day: string): number => Date.parse(`${day}T00:00:00.000Z`) - WIB_OFFSET_MS;
const instantOf = (ms: number): string => new Date(ms).toISOString();
