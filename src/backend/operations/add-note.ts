import { randomUUID } from 'node:crypto';

import { invariant } from '@shared/assert';
import type { AddNote } from '@shared/protocol/commands';
import type { WriteReply } from '@shared/protocol/replies';

import { notFound } from '../errors';
import { sealNote } from '../personal-data/sealed-note';
import { countOneNote, lockIncident } from '../store/incidents';
import { insertNote } from '../store/notes';
import { requireOwnIncident } from './check-binding';
import { type Caller, runWrite } from './run-write';
import type { SealedDeps } from './sealed-deps';

/**
 * Add a note to an incident, ended or not, and append `incident.noteAdded`. The text stays in its own table,
 * sealed, and is not part of the change (ADR 3).
 * @returns the incident's id
 * @throws AppError not_found | forbidden
 */
export async function addNote(
  deps: SealedDeps,
  incidentId: string,
  { text }: AddNote,
  caller: Caller,
): Promise<WriteReply> {
  return runWrite(deps, caller, { action: 'incident.note' }, async (tx) => {
    const incident = await lockIncident(tx.db, incidentId);
    if (incident === null) throw notFound('incident', incidentId);
    requireOwnIncident(caller, incident);
    const counted = await countOneNote(tx.db, incidentId);
    invariant(counted, 'the incident that is locked is there');
    const noteId = randomUUID();
    await insertNote(tx.db, {
      id: noteId,
      incidentId,
      text: sealNote(deps.sealer, noteId, text),
      recordedAt: deps.clock.now(),
      actor: caller.actor,
    });
    tx.append({ type: 'incident.noteAdded', data: { incidentId, noteId, ...counted } });
    return { id: incidentId, replayed: false };
  });
}
