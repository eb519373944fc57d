import { z } from 'zod';

export const rectangleSchema = z.object({
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
});
export type Rectangle = z.infer<typeof rectangleSchema>;

/**
 * What is known of a display. Bounds are in the desktop's own pixels. The id is the system's: steady while the
 * computer runs, mostly steady beyond that. The label is the monitor's own name and often empty.
 */
export const displaySchema = z.object({
  id: z.number(),
  label: z.string(),
  bounds: rectangleSchema,
});
export type Display = z.infer<typeof displaySchema>;

export function isSameRectangle(a: Rectangle, b: Rectangle): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}
