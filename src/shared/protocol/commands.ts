import { z } from 'zod';

import { areaSchema } from '../domain/area';
import { callTypeSchema, provenanceSchema } from '../domain/call';
import {
  complaintChannelSchema,
  complaintClassSchema,
  complaintStateSchema,
} from '../domain/complaint';
import { incidentStateSchema } from '../domain/incident';
import { lngLatSchema } from '../domain/lng-lat';
import { prioritySchema } from '../domain/priority';
import { instantInputSchema } from '../domain/time';
import { callerDataSchema } from './caller-data';

/**
 * Bodies of the HTTP intake under `/api/v1`. Strict: an unknown key is an error, so that a sender
 * learns of a typing mistake, and personal data that has no place here is refused instead of stored.
 * Times default to the server's clock.
 */
const idSchema = z.string().min(1).max(64);
const codeSchema = z.string().min(1).max(40);
const expectedVersion = z.number().int().positive().optional();

/** `POST /calls` */
export const recordCallSchema = z.strictObject({
  type: callTypeSchema,
  receivedAt: instantInputSchema.optional(),
  answeredAt: instantInputSchema.nullish(),
  endedAt: instantInputSchema.nullish(),
  /** Who called, as far as known; kept apart and sealed. */
  caller: callerDataSchema.optional(),
  provenance: provenanceSchema.optional(),
});
export type RecordCall = z.infer<typeof recordCallSchema>;

/** `POST /incidents`. Without `area` the server suggests it from `lngLat`. */
export const openIncidentSchema = z.strictObject({
  categoryCode: codeSchema,
  subcategoryCode: codeSchema.optional(),
  /** Default: the category's. */
  priority: prioritySchema.optional(),
  area: areaSchema.optional(),
  lngLat: lngLatSchema.optional(),
  /** The call that reported it; its times become the first milestones. */
  callId: idSchema.optional(),
  callReceivedAt: instantInputSchema.optional(),
  callAnsweredAt: instantInputSchema.optional(),
  /** Who called, as far as known; kept apart and sealed. What the call's record knew is added to it. */
  caller: callerDataSchema.optional(),
  provenance: provenanceSchema.optional(),
});
export type OpenIncident = z.infer<typeof openIncidentSchema>;

/** `POST /incidents/:id/transitions` */
export const transitionIncidentSchema = z.strictObject({
  to: incidentStateSchema,
  at: instantInputSchema.optional(),
  /** With `forwarded`: to whom. Default: the category's lead agencies. */
  agencyCodes: z.array(codeSchema).min(1).max(10).optional(),
  expectedVersion,
});
export type TransitionIncident = z.infer<typeof transitionIncidentSchema>;

/** `POST /incidents/:id/notes` */
export const addNoteSchema = z.strictObject({ text: z.string().trim().min(1).max(2000) });
export type AddNote = z.infer<typeof addNoteSchema>;

/** `POST /incidents/:id/assignments`: all the units or none. */
export const dispatchUnitsSchema = z.strictObject({
  unitIds: z.array(idSchema).min(1).max(50),
  at: instantInputSchema.optional(),
  expectedVersion,
});
export type DispatchUnits = z.infer<typeof dispatchUnitsSchema>;

/** `POST /units/:id/status`. At least one of the two is wanted. */
export const recordUnitStatusSchema = z
  .strictObject({
    statusCode: codeSchema.optional(),
    isSos: z.boolean().optional(),
    at: instantInputSchema.optional(),
    expectedVersion,
  })
  .refine((body) => body.statusCode !== undefined || body.isSos !== undefined, {
    message: 'give statusCode, isSos or both',
  });
export type RecordUnitStatus = z.infer<typeof recordUnitStatusSchema>;

export const positionReportSchema = z.strictObject({
  unitId: idSchema,
  lngLat: lngLatSchema,
  headingDeg: z.number().min(0).max(360).nullish(),
  speedMps: z.number().min(0).max(150).nullish(),
  observedAt: instantInputSchema,
});
export type PositionReport = z.infer<typeof positionReportSchema>;

export const MAX_POSITIONS_PER_BATCH = 1_000;

/** `POST /positions`: items are checked one by one, so that a bad one does not cost the good ones. */
export const reportPositionsSchema = z.strictObject({
  positions: z.array(z.unknown()).min(1).max(MAX_POSITIONS_PER_BATCH),
});

/** `POST /complaints` */
export const receiveComplaintSchema = z.strictObject({
  categoryCode: codeSchema,
  class: complaintClassSchema.optional(),
  channel: complaintChannelSchema,
  area: areaSchema.optional(),
  lngLat: lngLatSchema.optional(),
  receivedAt: instantInputSchema.optional(),
  provenance: provenanceSchema.optional(),
});
export type ReceiveComplaint = z.infer<typeof receiveComplaintSchema>;

/** `POST /complaints/:id/transitions` */
export const transitionComplaintSchema = z.strictObject({
  to: complaintStateSchema,
  at: instantInputSchema.optional(),
  /** With `didisposisikan`: to whom. Default: the agency it lies with. */
  agencyCode: codeSchema.optional(),
  expectedVersion,
});
export type TransitionComplaint = z.infer<typeof transitionComplaintSchema>;

/** `POST /incidents/:id/area`, `POST /complaints/:id/area` */
export const changeAreaSchema = z.strictObject({ area: areaSchema, expectedVersion });
export type ChangeArea = z.infer<typeof changeAreaSchema>;
