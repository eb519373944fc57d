import { writeReplySchema } from '@shared/protocol/replies';

import type { Answer } from './answer';
import type { Pool } from './fill-marks';
import type { HttpCase } from './http-case';
import { RECORD_KINDS } from './world';

/** Enough to meet records in every state, and few enough that cases meet the same one often. */
const MAX_IDS = 40;

/** Note the id of a record that a case has made, for the cases after it. */
export function learnId({ route }: HttpCase, { status, json }: Answer, pool: Pool): void {
  const written = writeReplySchema.safeParse(json);
  if (status !== 202 || !written.success || written.data.replayed) return;
  const kind = RECORD_KINDS.find((candidate) => route === `POST /api/v1/${candidate}s`);
  if (kind === undefined) return;
  const ids = pool.ids[kind];
  ids.push(written.data.id);
  if (ids.length > MAX_IDS) ids.shift();
}
