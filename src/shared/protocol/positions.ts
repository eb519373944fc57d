import { z } from 'zod';

/**
 * A unit's latest position, as a tuple because thousands travel each second:
 * `[unitId, lng, lat, headingDeg | null, speedMps | null, observedAtMs]`.
 * Heading is degrees clockwise from north; `observedAtMs` is Unix time in milliseconds.
 */
export const positionTupleSchema = z.tuple([
  z.string(),
  z.number().min(-180).max(180),
  z.number().min(-90).max(90),
  z.number().min(0).max(360).nullable(),
  z.number().min(0).max(150).nullable(),
  z.number().int().nonnegative(),
]);
export type PositionTuple = z.infer<typeof positionTupleSchema>;

/** Volatile: one batch a tick, at most one tuple a unit; a lost batch is replaced by the next. */
export const positionsFrameSchema = z.object({ positions: z.array(positionTupleSchema) });
export type PositionsFrame = z.infer<typeof positionsFrameSchema>;
