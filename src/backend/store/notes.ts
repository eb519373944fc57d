import type { Note } from '@shared/protocol/replies';
import { asc, eq } from 'drizzle-orm';

import type { Db } from './database';
import { notes } from './schema/incidents';

export async function insertNote(db: Db, note: Note): Promise<void> {
  await db.insert(notes).values(note);
}

/** Oldest first. */
export async function readNotesOf(db: Db, incidentId: string): Promise<Note[]> {
  return db
    .select()
    .from(notes)
    .where(eq(notes.incidentId, incidentId))
    .orderBy(asc(notes.recordedAt), asc(notes.id));
}
