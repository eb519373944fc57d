import type { Change } from '@shared/protocol/changes';
import { horizonOf } from '@shared/protocol/snapshot';

import { applyChange } from './apply-change';
import type { LiveModel } from './model';
import { draftOf, modelOf } from './model-draft';
import { pruneDraft } from './prune-draft';

/** In every case `model` holds all changes up to the one that stopped the batch. */
export type ApplyResult =
  | { kind: 'applied'; model: LiveModel }
  /** A change is missing: `expected` was to come and `got` came. */
  | { kind: 'gap'; expected: number; got: number; model: LiveModel }
  /** Only a snapshot makes the state whole: past records were imported, or a dropped record came back to life. */
  | { kind: 'needs_snapshot'; model: LiveModel };

/**
 * The model after a batch of changes, in log order: `seq ≤ model.seq` is skipped, `seq + 1` is applied,
 * anything else is a gap. Pure: the model given is never edited, a collection that nothing touched keeps
 * its identity, and of a touched one only the touched parts are copied, once. The same model comes back where nothing was new.
 */
export function applyChanges(model: LiveModel, changes: readonly Change[]): ApplyResult {
  const draft = draftOf(model);
  let mustPrune = false;
  const finish = (): LiveModel => {
    if (draft.seq === model.seq) return model;
    // Once per batch is enough: the horizon only moves forward.
    if (mustPrune || draft.horizonAt !== model.horizonAt) pruneDraft(draft);
    return modelOf(draft);
  };

  for (const change of changes) {
    if (change.seq <= draft.seq) continue;
    const expected = draft.seq + 1;
    if (change.seq !== expected) return { kind: 'gap', expected, got: change.seq, model: finish() };
    if (change.type === 'history.imported') return { kind: 'needs_snapshot', model: finish() };

    const outcome = applyChange(draft, change);
    if (outcome === 'unknown_record') return { kind: 'needs_snapshot', model: finish() };
    if (outcome === 'prune') mustPrune = true;
    draft.seq = change.seq;
    draft.horizonAt = horizonOf(change.recordedAt);
  }
  return { kind: 'applied', model: finish() };
}
