import type { Assignment } from '@shared/domain/assignment';
import type { Complaint } from '@shared/domain/complaint';
import type { Incident } from '@shared/domain/incident';
import type { Instant } from '@shared/domain/time';
import type { Unit } from '@shared/domain/unit';
import type { CallTally } from '@shared/protocol/snapshot';

import type { LiveModel } from './model';
import { ShardedMap, type ShardedMapEdit } from './sharded-map';

/** A model while a batch of changes is being applied to it: what is written to is copied at most once. */
export interface ModelDraft {
  seq: number;
  horizonAt: Instant;
  incidents: ShardedMapEdit<Incident>;
  assignments: ShardedMapEdit<Assignment>;
  units: ShardedMapEdit<Unit>;
  complaints: ShardedMapEdit<Complaint>;
  /** A few days only, so they are simply copied by the one who writes. */
  callTallies: Readonly<Record<string, CallTally>>;
}

export function draftOf(model: LiveModel): ModelDraft {
  return {
    seq: model.seq,
    horizonAt: model.horizonAt,
    incidents: ShardedMap.from(model.incidents).edit(),
    assignments: ShardedMap.from(model.assignments).edit(),
    units: ShardedMap.from(model.units).edit(),
    complaints: ShardedMap.from(model.complaints).edit(),
    callTallies: model.callTallies,
  };
}

export function modelOf(draft: ModelDraft): LiveModel {
  return {
    seq: draft.seq,
    horizonAt: draft.horizonAt,
    incidents: draft.incidents.current(),
    assignments: draft.assignments.current(),
    units: draft.units.current(),
    complaints: draft.complaints.current(),
    callTallies: draft.callTallies,
  };
}
