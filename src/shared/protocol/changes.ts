import { z } from 'zod';

import { areaSchema } from '../domain/area';
import { assignmentSchema } from '../domain/assignment';
import { callSchema } from '../domain/call';
import { boundariesLabelSchema } from '../domain/city-pack';
import { complaintSchema, complaintStateSchema } from '../domain/complaint';
import { facilityKindSchema } from '../domain/facility';
import { incidentMilestonesSchema, incidentSchema, incidentStateSchema } from '../domain/incident';
import { instantSchema } from '../domain/time';
import { unitSchema } from '../domain/unit';
import { unitStatusMeaningSchema } from '../domain/unit-status';

/** Who caused a change: as what, and the opaque id of the account or credential. Never a person's name. */
export const actorSchema = z.object({
  kind: z.enum([
    'admin',
    'supervisor',
    'operator',
    'opd',
    'integration',
    'simulator',
    'importer',
    'system',
  ]),
  id: z.string().min(1).max(64),
});
export type Actor = z.infer<typeof actorSchema>;

const seqSchema = z.number().int().positive();
const versionSchema = z.number().int().positive();

const envelope = {
  /** Position in the change log: no gaps, order of commits. */
  seq: seqSchema,
  /** When the server recorded it; never goes backwards along the log. */
  recordedAt: instantSchema,
  actor: actorSchema,
};

function change<const T extends string, D extends z.ZodType>(type: T, data: D) {
  return z.object({ ...envelope, type: z.literal(type), data });
}

/**
 * Every durable change, one discriminated union. Data are facts after the change, so that applying
 * one needs no rule of the domain; texts of notes are not among them.
 */
export const changeSchema = z.discriminatedUnion('type', [
  change('call.recorded', z.object({ call: callSchema })),
  change('call.linked', z.object({ callId: z.string(), incidentId: z.string() })),
  change('incident.opened', z.object({ incident: incidentSchema })),
  change(
    'incident.transitioned',
    z.object({
      incidentId: z.string(),
      from: incidentStateSchema,
      to: incidentStateSchema,
      /** When it happened, as reported. */
      at: instantSchema,
      milestones: incidentMilestonesSchema,
      agencyCodes: z.array(z.string()),
      endedAt: instantSchema.nullable(),
      version: versionSchema,
    }),
  ),
  change(
    'incident.noteAdded',
    z.object({
      incidentId: z.string(),
      noteId: z.string(),
      noteCount: z.number().int().positive(),
      version: versionSchema,
    }),
  ),
  /** Its area was set right; its position stays what it was. */
  change(
    'incident.areaChanged',
    z.object({ incidentId: z.string(), area: areaSchema, version: versionSchema }),
  ),
  change('assignment.dispatched', z.object({ assignment: assignmentSchema })),
  change('assignment.progressed', z.object({ assignment: assignmentSchema })),
  change('assignment.cleared', z.object({ assignment: assignmentSchema })),
  change('unit.registered', z.object({ unit: unitSchema })),
  change('unit.retired', z.object({ unitId: z.string() })),
  change(
    'unit.statusChanged',
    z.object({
      unitId: z.string(),
      /** The incident it is on after the change, for the timeline; null: none. */
      incidentId: z.string().nullable(),
      fromStatusCode: z.string(),
      statusCode: z.string(),
      statusMeaning: unitStatusMeaningSchema,
      statusSince: instantSchema,
      isSos: z.boolean(),
      version: versionSchema,
    }),
  ),
  change('complaint.received', z.object({ complaint: complaintSchema })),
  change(
    'complaint.transitioned',
    z.object({
      complaintId: z.string(),
      from: complaintStateSchema,
      to: complaintStateSchema,
      at: instantSchema,
      agencyCode: z.string(),
      firstResponseAt: instantSchema.nullable(),
      endedAt: instantSchema.nullable(),
      version: versionSchema,
    }),
  ),
  change(
    'complaint.areaChanged',
    z.object({ complaintId: z.string(), area: areaSchema, version: versionSchema }),
  ),
  /** The city has other shapes: whoever draws them fetches the pack again. No record changes by it. */
  change(
    'city.boundariesChanged',
    z.object({
      /** Content hash of the pack with the new shapes. */
      cityHash: z.string(),
      boundaries: boundariesLabelSchema,
    }),
  ),
  /** Facilities of a kind were imported or taken away: whoever shows them fetches them again. */
  change(
    'city.facilitiesChanged',
    z.object({
      kind: facilityKindSchema,
      count: z.number().int().nonnegative(),
      /** Whose data it is; null: there are none any more. */
      source: z.string().nullable(),
    }),
  ),
  /** Past records came in by the bulk path: a client's state is whole again only after a new snapshot. */
  change(
    'history.imported',
    z.object({
      importId: z.string(),
      source: z.string(),
      calls: z.number().int().nonnegative(),
      incidents: z.number().int().nonnegative(),
      complaints: z.number().int().nonnegative(),
    }),
  ),
  /**
   * The record as this audience may see it from now on, in the place of another change: it was disclosed to
   * the audience, or what may be told of it has changed with it. Rendered, never stored.
   */
  change('incident.replaced', z.object({ incident: incidentSchema })),
  change('complaint.replaced', z.object({ complaint: complaintSchema })),
  /** Something this audience may not see, so that its seqs have no gap. Rendered, never stored. */
  change('withheld', z.object({})),
]);
export type Change = z.infer<typeof changeSchema>;
export type ChangeType = Change['type'];
export type ChangeOf<T extends ChangeType> = Extract<Change, { type: T }>;
/** Made for an audience when a change is sent; the log itself has none of these. */
export type RenderedType = 'incident.replaced' | 'complaint.replaced' | 'withheld';
export type StoredType = Exclude<ChangeType, RenderedType>;
/** A change before the store gave it its place in the log. */
export type ChangeDraft = {
  [T in StoredType]: { type: T; data: ChangeOf<T>['data'] };
}[StoredType];
/** A change as the log has it. */
export type StoredChange = ChangeOf<StoredType>;
