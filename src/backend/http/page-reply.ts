import { pointCursor } from './cursor';

type Point = ReturnType<typeof pointCursor.decode>;

interface PageQuery {
  limit: number;
  cursor?: string | undefined;
}

/**
 * The page that a list's query asks for, in the form of its reply. What is left of the query is the filter.
 * @throws AppError validation_failed where the cursor is not one of such a list
 */
export async function pageReply<Q extends PageQuery, T>(
  { limit, cursor, ...filter }: Q,
  list: (
    filter: Omit<Q, keyof PageQuery>,
    page: { limit: number; after: Point },
  ) => Promise<{ items: T[]; next: Point }>,
): Promise<{ items: T[]; nextCursor: string | null }> {
  const { items, next } = await list(filter, { limit, after: pointCursor.decode(cursor) });
  return { items, nextCursor: pointCursor.encode(next) };
}
