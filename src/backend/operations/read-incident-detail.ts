import type { IncidentFile } from '@shared/protocol/render-detail';

import { notFound } from '../errors';
import { readAssignmentsOf } from '../store/assignments';
import { readIncidentTimeline } from '../store/change-log';
import { findIncident } from '../store/incidents';
import { readNotesOf } from '../store/notes';
import type { Deps } from './deps';

/**
 * An incident with everything that belongs to it, as of one moment; `renderDetail` makes of it what the one who
 * asks is told. @throws AppError not_found
 */
export async function readIncidentDetail({ store }: Deps, id: string): Promise<IncidentFile> {
  return store.db.transaction(
    async (tx) => {
      const incident = await findIncident(tx, id);
      if (incident === null) throw notFound('incident', id);
      return {
        incident,
        assignments: await readAssignmentsOf(tx, id),
        notes: await readNotesOf(tx, id),
        timeline: await readIncidentTimeline(tx, id),
      };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}
