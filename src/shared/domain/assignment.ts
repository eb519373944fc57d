import { z } from 'zod';

import { instantSchema } from './time';

/** In the order in which they normally occur. Each is written once. */
export const ASSIGNMENT_MILESTONES = [
  'dispatchedAt',
  'enRouteAt',
  'onSceneAt',
  'transportingAt',
  'atHospitalAt',
  'clearedAt',
] as const;
export type AssignmentMilestone = (typeof ASSIGNMENT_MILESTONES)[number];

/** A unit on an incident: an interval from `dispatchedAt` to `clearedAt` (null while it lasts). */
export const assignmentSchema = z.object({
  id: z.string(),
  incidentId: z.string(),
  unitId: z.string(),
  dispatchedAt: instantSchema,
  enRouteAt: instantSchema.nullable(),
  onSceneAt: instantSchema.nullable(),
  transportingAt: instantSchema.nullable(),
  atHospitalAt: instantSchema.nullable(),
  clearedAt: instantSchema.nullable(),
});
export type Assignment = z.infer<typeof assignmentSchema>;
