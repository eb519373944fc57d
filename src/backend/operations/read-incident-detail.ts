import type { CallerSummary } from '@shared/protocol/caller-data';
import type { IncidentFile } from '@shared/protocol/render-detail';

import { notFound } from '../errors';
import { callerSummary } from '../personal-data/caller-summary';
import { openCaller } from '../personal-data/sealed-caller';
import { openNote } from '../personal-data/sealed-note';
import { SealError } from '../personal-data/sealer';
import { readAssignmentsOf } from '../store/assignments';
import { readIncidentTimeline } from '../store/change-log';
import type { Db } from '../store/database';
import { findIncident } from '../store/incidents';
import { readNotesOf } from '../store/notes';
import { findPersonalData } from '../store/personal-data';
import type { SealedDeps } from './sealed-deps';

/**
 * An incident with everything that belongs to it, as of one moment; `renderDetail` makes of it what the one who
 * asks is told.
 * @param mayReveal whether whoever asks may be told that something is known of the caller
 * @throws AppError not_found
 */
export async function readIncidentDetail(
  deps: SealedDeps,
  id: string,
  { mayReveal }: { mayReveal: boolean },
): Promise<IncidentFile> {
  const { store, sealer } = deps;
  return store.db.transaction(
    async (tx) => {
      const incident = await findIncident(tx, id);
      if (incident === null) throw notFound('incident', id);
      return {
        incident,
        assignments: await readAssignmentsOf(tx, id),
        notes: (await readNotesOf(tx, id)).map((note) => ({
          ...note,
          text: openNote(sealer, note.id, note.text),
        })),
        timeline: await readIncidentTimeline(tx, id),
        caller: mayReveal ? await summaryOf(deps, tx, id) : null,
      };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

async function summaryOf(
  { sealer, log }: SealedDeps,
  db: Db,
  id: string,
): Promise<CallerSummary | null> {
  const row = await findPersonalData(db, `incident:${id}`);
  if (row === null) return null;
  try {
    return callerSummary(openCaller(sealer, row.subject, row.sealed));
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    log.error({ subject: row.subject, keyId: row.keyId }, 'sealed caller data could not be opened');
    // There is something, of which nothing can be known.
    return { hasName: false, maskedNumber: null, hasAddress: false };
  }
}
