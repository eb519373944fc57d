import { z } from 'zod';

/** What a process under watch holds; memory in bytes. */
export const sampleSchema = z.object({
  kind: z.literal('sample'),
  rss: z.number(),
  heapUsed: z.number(),
  external: z.number(),
  handles: z.number(),
  /** Of the event loop since the sample before, beyond what was asked for. */
  lagP99Ms: z.number(),
  lagMaxMs: z.number(),
});
export type Sample = z.infer<typeof sampleSchema>;
/** When it was taken, in hours since the first. */
export type TimedSample = Sample & { atHours: number };
