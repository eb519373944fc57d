import type { StoredChange } from '@shared/protocol/changes';

import { readChangesAfter } from '../../src/backend/store/change-log';
import type { Db } from '../../src/backend/store/database';

/** What the log says after `seq`, to the room. */
export async function readChanges(db: Db, seq: number, limit: number): Promise<StoredChange[]> {
  return (await readChangesAfter(db, seq, limit)).map(({ change }) => change);
}
