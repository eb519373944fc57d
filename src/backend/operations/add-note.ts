import { randomUUID } from 'node:crypto';

import type { AddNote } from '@shared/protocol/commands';
import type { WriteReply } from '@shared/protocol/replies';

import { notFound } from '../errors';
import { countOneNote } from '../store/incidents';
import { insertNote } from '../store/notes';
import type { Deps } from './deps';
import { type Caller, runWrite } from './run-write';

/**
 * Add a note to an incident, ended or not, and append `incident.noteAdded`. The text stays in its own table
 * and is not part of the change (ADR 3).
 * @returns the incident's id
 * @throws AppError not_found
 */
export async function addNote(
  deps: Deps,
  incidentId: string,
  { text }: AddNote,
  caller: Caller,
): Promise<WriteReply> {
  return runWrite(deps, caller, async (tx) => {
    const counted = await countOneNote(tx.db, incidentId);
    if (counted === null) throw notFound('incident', incidentId);
    const noteId = randomUUID();
    await insertNote(tx.db, {
      id: noteId,
      incidentId,
      text,
      recordedAt: deps.clock.now(),
      actor: caller.actor,
    });
    tx.append({ type: 'incident.noteAdded', data: { incidentId, noteId, ...counted } });
    return { id: incidentId, replayed: false };
  });
}
