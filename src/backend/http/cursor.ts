import { instantSchema } from '@shared/domain/time';
import { z } from 'zod';

import { AppError } from '../errors';

const pointSchema = z.object({ at: instantSchema, id: z.string().min(1).max(64) });
type Point = z.infer<typeof pointSchema>;

/** Cursors of lists that are ordered by time and id. */
export const pointCursor = cursorOf<Point>(pointSchema);

/** Cursors of lists that are ordered by id. */
export const idCursor = cursorOf<string>(z.string().min(1).max(64));

/** Cursors of lists that are ordered by a number. */
export const numberCursor = cursorOf<number>(z.number().int());

/** Opaque to clients, who must not build on what is in it; checked like anything else that comes in. */
function cursorOf<T>(schema: z.ZodType<T>) {
  return {
    encode: (point: T | null): string | null =>
      point === null ? null : Buffer.from(JSON.stringify(point)).toString('base64url'),

    /** @throws AppError validation_failed */
    decode(cursor: string | undefined): T | null {
      if (cursor === undefined) return null;
      try {
        return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
      } catch {
        throw new AppError(
          'validation_failed',
          'The cursor is not one of this list. Begin again without it.',
          {
            field: 'cursor',
          },
        );
      }
    },
  };
}
