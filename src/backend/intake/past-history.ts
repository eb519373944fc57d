import type { CityPack } from '@shared/domain/city-pack';
import type { Instant } from '@shared/domain/time';
import type { Actor } from '@shared/protocol/changes';

import type { Clock } from '../clock';
import { type BulkLoad, type PastComplaint, startBulkLoad } from '../store/bulk-load';
import {
  latestCallMs,
  openComplaintKeys,
  restUnitsBefore,
  settleComplaints,
  settleIncidents,
} from '../store/bulk-settle';
import type { Store } from '../store/open-store';
import { recordNumbersOf } from './record-numbers';

// Whoever gives a city its past speaks of these, and has no other business with the store.
export type {
  BulkCounts,
  PastCall,
  PastComplaint,
  PastIncident,
  PastRecords,
} from '../store/bulk-load';

export interface PastHistoryDeps {
  store: Pick<Store, 'db' | 'transact'>;
  clock: Clock;
  city: CityPack;
}

/** One source's past in the store: what is there, what is missing, and the way in for it. */
export interface PastHistory {
  /** Unix ms of its latest call; null: it has no past yet. */
  latestCallMs: () => Promise<number | null>;
  openComplaintKeys: () => Promise<string[]>;
  /** Units that never did anything count as at rest since `at`. */
  restUnitsBefore: (at: Instant) => Promise<void>;
  /** End what began before an instant and was left open; its units go to rest. */
  settleIncidents: (startedBefore: Instant) => Promise<void>;
  settleComplaints: (complaints: readonly PastComplaint[]) => Promise<void>;
  startLoad: () => BulkLoad;
}

export function openPastHistory(
  { store, clock, city }: PastHistoryDeps,
  { actor, source }: { actor: Actor; source: string },
): PastHistory {
  const { db, transact } = store;
  const rest = city.unitStatuses.find(({ meaning }) => meaning === 'available_at_station');
  return {
    latestCallMs: () => latestCallMs(db, source),
    openComplaintKeys: () => openComplaintKeys(db, source),
    restUnitsBefore: async (at) => {
      await transact(actor, (tx) => restUnitsBefore(tx.db, at));
    },
    settleIncidents: async (startedBefore) => {
      if (rest === undefined) return;
      const settle = { source, startedBefore, now: clock.now(), restStatusCode: rest.code };
      await transact(actor, (tx) => settleIncidents(tx.db, settle));
    },
    settleComplaints: async (complaints) => {
      await transact(actor, (tx) => settleComplaints(tx.db, complaints));
    },
    startLoad: () =>
      startBulkLoad({ transact, clock }, { actor, source, formatNumber: recordNumbersOf(city) }),
  };
}
