import { z } from 'zod';

/** What a follower process is told. */
export const followerOrderSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('follow'), url: z.string(), token: z.string() }),
  /** Say when you are live and have everything up to `seq`. Replaces the watch before. */
  z.object({ kind: z.literal('watch'), id: z.number(), seq: z.number() }),
  z.object({ kind: z.literal('describe'), withText: z.boolean() }),
]);
export type FollowerOrder = z.infer<typeof followerOrderSchema>;

/** What it says. Times are Unix ms with fractions, of this one machine. */
export const followerReportSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('started') }),
  z.object({ kind: z.literal('reached'), id: z.number(), atMs: z.number() }),
  z.object({
    kind: z.literal('description'),
    link: z.string(),
    seq: z.number(),
    /** Of the whole model (`live/model-hash`). */
    hash: z.string(),
    /** The text the hash is of, where it was asked for. */
    text: z.string().nullable(),
  }),
]);
export type FollowerReport = z.infer<typeof followerReportSchema>;
export type Description = Extract<FollowerReport, { kind: 'description' }>;

/** What the script preloaded into a backend is told. */
export type PreloadOrder = { kind: 'clock'; offsetMs: number } | { kind: 'disk'; isFull: boolean };
