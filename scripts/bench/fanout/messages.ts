import { z } from 'zod';

/** The two servers that are measured beside each other. */
export const SIDES = ['ours', 'bare'] as const;
export type Side = (typeof SIDES)[number];

export const serverReadySchema = z.object({ url: z.string(), token: z.string() });

/** Asks a server to emit. */
export const emitOrderSchema = z.object({ batchesPerSecond: z.number(), seconds: z.number() });
export type EmitOrder = z.infer<typeof emitOrderSchema>;

/** What emitting cost: processor time of the whole server process, ms. */
export const emitReportSchema = z.object({ batches: z.number(), cpuMs: z.number() });
export type EmitReport = z.infer<typeof emitReportSchema>;

/** Tells a client process whom to follow, each with so many sockets. */
export const clientOrderSchema = z.object({
  sockets: z.number(),
  servers: z.array(z.object({ side: z.enum(SIDES), ...serverReadySchema.shape })),
});
export type ClientOrder = z.infer<typeof clientOrderSchema>;

/** What one client process received from one side since it was last asked. */
export const deliveriesSchema = z.object({
  batches: z.number(),
  bytes: z.number(),
  /** Unix ms of the last one; 0: none. */
  lastMs: z.number(),
  /** `[whole ms on the way, how often]` */
  latencies: z.array(z.tuple([z.number(), z.number()])),
});
export type Deliveries = z.infer<typeof deliveriesSchema>;
