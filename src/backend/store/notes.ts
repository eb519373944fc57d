import { and, asc, eq, not, sql } from 'drizzle-orm';

import type { Db } from './database';
import { notes } from './schema/incidents';

/** Its text as it is kept: sealed, but for those from before notes were. */
export type NoteRow = typeof notes.$inferSelect;

export async function insertNote(db: Db, note: NoteRow): Promise<void> {
  await db.insert(notes).values(note);
}

/** Oldest first. */
export async function readNotesOf(db: Db, incidentId: string): Promise<NoteRow[]> {
  return db
    .select()
    .from(notes)
    .where(eq(notes.incidentId, incidentId))
    .orderBy(asc(notes.recordedAt), asc(notes.id));
}

/** Notes whose text does not begin like this, held against others until the transaction ends. */
export async function lockNotesWithoutPrefix(
  db: Db,
  prefix: string,
  { after, limit }: { after: string; limit: number },
): Promise<NoteRow[]> {
  return db
    .select()
    .from(notes)
    .where(and(sql`${notes.id} > ${after}`, not(sql`starts_with(${notes.text}, ${prefix})`)))
    .orderBy(asc(notes.id))
    .limit(limit)
    .for('update', { skipLocked: true });
}

export async function saveNoteText(
  db: Db,
  { id, text }: Pick<NoteRow, 'id' | 'text'>,
): Promise<void> {
  await db.update(notes).set({ text }).where(eq(notes.id, id));
}
