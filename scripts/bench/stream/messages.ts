import { z } from 'zod';

/** What the benchmark's processes tell each other. Times are Unix ms with fractions, of this one machine. */
export const serverReadySchema = z.object({
  url: z.string(),
  token: z.string(),
  unitIds: z.array(z.string()),
});
export type ServerReady = z.infer<typeof serverReadySchema>;

/** `[seq, ms]` of each change: when the server had committed it, or when the client had applied it. */
export const momentsSchema = z.array(z.tuple([z.number(), z.number()]));
export type Moments = z.infer<typeof momentsSchema>;

export const clientReportSchema = z.object({
  applied: momentsSchema,
  positionFrames: z.number(),
  positions: z.number(),
});
export type ClientReport = z.infer<typeof clientReportSchema>;

/** Wall clock, finer than a millisecond and the same in every process. */
export const wallMs = (): number => performance.timeOrigin + performance.now();

/** Tell the parent process. */
export function tellParent(message: unknown): void {
  process.send?.(message);
}
