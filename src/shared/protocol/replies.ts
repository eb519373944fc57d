import { z } from 'zod';

import { assignmentSchema } from '../domain/assignment';
import { callSchema } from '../domain/call';
import { complaintSchema } from '../domain/complaint';
import { incidentSchema } from '../domain/incident';
import { lngLatSchema } from '../domain/lng-lat';
import { instantSchema } from '../domain/time';
import { unitSchema } from '../domain/unit';
import { callerSummarySchema } from './caller-data';
import { actorSchema, changeSchema } from './changes';

/** Answer to a write, `202`: the place of its last change in the log, and the record it concerns. */
export const writeReplySchema = z.object({
  seq: z.number().int().nonnegative(),
  id: z.string(),
  /** True where an earlier identical request had already done it. */
  replayed: z.boolean(),
});
export type WriteReply = z.infer<typeof writeReplySchema>;

export const positionsReplySchema = z.object({
  accepted: z.number().int().nonnegative(),
  /** By index in the batch that was sent. */
  rejected: z.array(z.object({ index: z.number().int().nonnegative(), reason: z.string() })),
});
export type PositionsReply = z.infer<typeof positionsReplySchema>;

/** `GET /units/:id/track`: in order of time. */
export const unitTrackSchema = z.object({
  unitId: z.string(),
  from: instantSchema,
  to: instantSchema,
  points: z.array(
    z.object({
      lngLat: lngLatSchema,
      headingDeg: z.number().nullable(),
      speedMps: z.number().nullable(),
      observedAt: instantSchema,
    }),
  ),
});
export type UnitTrack = z.infer<typeof unitTrackSchema>;

export const noteSchema = z.object({
  id: z.string(),
  incidentId: z.string(),
  /** Null: it was sealed with a key that the server does not have. */
  text: z.string().nullable(),
  recordedAt: instantSchema,
  actor: actorSchema,
});
export type Note = z.infer<typeof noteSchema>;

/** `GET /incidents/:id`: the record with everything that belongs to it; the timeline is in log order. */
export const incidentDetailSchema = z.object({
  incident: incidentSchema,
  assignments: z.array(assignmentSchema),
  notes: z.array(noteSchema),
  timeline: z.array(changeSchema),
  /** For those who may have it revealed; null for all others, and where nothing is known. */
  caller: callerSummarySchema.nullable(),
});
export type IncidentDetail = z.infer<typeof incidentDetailSchema>;

/** A page of a list; `nextCursor` is null on the last one. */
const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export const callPageSchema = pageOf(callSchema);
export const incidentPageSchema = pageOf(incidentSchema);
export const unitPageSchema = pageOf(unitSchema);
export const complaintPageSchema = pageOf(complaintSchema);
