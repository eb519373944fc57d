import { z } from 'zod';

import { assignmentSchema } from '../domain/assignment';
import { complaintSchema } from '../domain/complaint';
import { incidentSchema } from '../domain/incident';
import { HOUR_MS, type Instant, instantSchema } from '../domain/time';
import { unitSchema } from '../domain/unit';
import { positionTupleSchema } from './positions';

/** Number of calls of each type received on a WIB day. */
const callTallySchema = z.object({
  normal: z.number().int().nonnegative(),
  informasi: z.number().int().nonnegative(),
  prank: z.number().int().nonnegative(),
  ghost: z.number().int().nonnegative(),
  terputus: z.number().int().nonnegative(),
});
export type CallTally = z.infer<typeof callTallySchema>;

/**
 * The whole client state at `seq`: what is open, and what ended at or after `horizonAt`
 * (with the assignments of those incidents). Calls are only counted, by WIB day.
 */
export const snapshotSchema = z.object({
  seq: z.number().int().nonnegative(),
  horizonAt: instantSchema,
  incidents: z.array(incidentSchema),
  assignments: z.array(assignmentSchema),
  units: z.array(unitSchema),
  complaints: z.array(complaintSchema),
  /** WIB day → tally, for days from the horizon's on. */
  callTallies: z.record(z.iso.date(), callTallySchema),
  positions: z.array(positionTupleSchema),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

const RETAINED_HOURS = 30;

/**
 * From when on ended records stay in a client's state: 30 h before the last change, on the full hour,
 * so that the whole WIB day is always there and server and client drop the same records.
 */
export function horizonOf(recordedAt: Instant): Instant {
  const hour = Math.floor(Date.parse(recordedAt) / HOUR_MS);
  return new Date((hour - RETAINED_HOURS) * HOUR_MS).toISOString();
}
