import type { Snapshot } from '@shared/protocol/snapshot';

import type { LiveModel } from './model';
import { ShardedMap } from './sharded-map';

/** The client's state at a snapshot's seq; positions are not part of it, they travel in their own lane. */
export function modelFromSnapshot(snapshot: Snapshot): LiveModel {
  return {
    seq: snapshot.seq,
    horizonAt: snapshot.horizonAt,
    incidents: byId(snapshot.incidents),
    assignments: byId(snapshot.assignments),
    units: byId(snapshot.units),
    complaints: byId(snapshot.complaints),
    callTallies: snapshot.callTallies,
  };
}

function byId<T extends { id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return ShardedMap.from(records.map((record) => [record.id, record] as const));
}
