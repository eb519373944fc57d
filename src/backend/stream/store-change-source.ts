import { readChangesAfter, readHead } from '../store/change-log';
import type { Store } from '../store/open-store';
import { readSnapshot } from '../store/snapshot';
import type { ChangeSource } from './change-source';

/** The store, as the stream sees it. */
export function storeChangeSource(store: Pick<Store, 'db' | 'onCommit'>): ChangeSource {
  return {
    readHead: () => readHead(store.db),
    readChangesAfter: (seq, limit) => readChangesAfter(store.db, seq, limit),
    readSnapshot: () => readSnapshot(store.db),
    onCommit: (listener) => store.onCommit(listener),
  };
}
