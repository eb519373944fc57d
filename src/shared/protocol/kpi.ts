import { z } from 'zod';

import { callTypeSchema } from '../domain/call';
import { instantSchema } from '../domain/time';

/** `GET /kpi?from=…&to=…`: the figures of whole WIB days, both ends included. Computed in SQL. */

const countSchema = z.number().int().nonnegative();
export const wibDaySchema = z.iso.date();

export const kpiPeriodSchema = z.object({ from: wibDaySchema, to: wibDaySchema });
export type KpiPeriod = z.infer<typeof kpiPeriodSchema>;

/**
 * How wide a point of a trend is: `hour` for one day, `day` up to 31 days, else `week`. A week starts on its
 * Monday, WIB; of the first and the last only the days of the period count.
 */
export const kpiBucketSchema = z.enum(['hour', 'day', 'week']);
export type KpiBucket = z.infer<typeof kpiBucketSchema>;

const callCountsSchema = z.object({
  n: countSchema,
  byType: z.record(callTypeSchema, countSchema),
});

/** The same shape and rules as `IntervalSummary`; shares are 0…1, null where n is 0. */
export const kpiIntervalSchema = z.object({
  n: countSchema,
  p50Ms: z.number().nonnegative().nullable(),
  p90Ms: z.number().nonnegative().nullable(),
  thresholdMs: z.number().positive(),
  withinShare: z.number().min(0).max(1).nullable(),
  excluded: z.object({ missing: countSchema, negative: countSchema }),
});
export type KpiInterval = z.infer<typeof kpiIntervalSchema>;

/** `received` and `done` happened in the period; `open` and `overdue` stand at its end, or now if it goes on. */
export const kpiComplaintCountsSchema = z.object({
  received: countSchema,
  open: countSchema,
  overdue: countSchema,
  done: countSchema,
  /** Of `done`, those done by their deadline. */
  doneInTime: countSchema,
});
export type KpiComplaintCounts = z.infer<typeof kpiComplaintCountsSchema>;

const incidentCountsSchema = z.object({
  /** Incidents that began in the period and are neither false nor another's duplicate. */
  n: countSchema,
  excluded: z.object({ falseReports: countSchema, duplicates: countSchema }),
});

const bucketStartSchema = z.object({ startsAt: instantSchema });

export const kpiReportSchema = z.object({
  period: kpiPeriodSchema,
  bucket: kpiBucketSchema,
  /** The place in the change log that the figures include, and the time up to which they count. */
  seq: countSchema,
  computedAt: instantSchema,
  calls: callCountsSchema.extend({
    /** Every bucket of the period that has begun, those without calls too. */
    trend: z.array(bucketStartSchema.extend({ byType: z.record(callTypeSchema, countSchema) })),
  }),
  incidents: incidentCountsSchema.extend({
    /** Most first; categories without incidents are left out. */
    byCategory: z.array(z.object({ categoryCode: z.string(), n: countSchema })),
    /** By WIB hour of the day, 24 entries. */
    byHour: z.array(countSchema).length(24),
  }),
  /** Call received → first unit on scene, of the incidents counted above. */
  response: kpiIntervalSchema.extend({
    byCategory: z.array(kpiIntervalSchema.extend({ categoryCode: z.string() })),
    trend: z.array(kpiIntervalSchema.extend(bucketStartSchema.shape)),
  }),
  complaints: kpiComplaintCountsSchema.extend({
    /** Most open first, as `byKecamatan`; those with nothing to tell are left out. */
    byAgency: z.array(kpiComplaintCountsSchema.extend({ agencyCode: z.string() })),
    /** `kecamatanCode` null: outside the city, or nobody knows where. */
    byKecamatan: z.array(kpiComplaintCountsSchema.extend({ kecamatanCode: z.string().nullable() })),
  }),
  /**
   * The days just before, as many; while the period is still going on, as much of them: today until 11:00
   * beside yesterday until 11:00. Incidents count with what is known of them now.
   */
  previous: z.object({
    period: kpiPeriodSchema,
    calls: callCountsSchema,
    incidents: incidentCountsSchema,
    response: kpiIntervalSchema,
    complaints: kpiComplaintCountsSchema,
  }),
});
export type KpiReport = z.infer<typeof kpiReportSchema>;
