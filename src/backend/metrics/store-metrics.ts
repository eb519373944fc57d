import { Counter, Histogram, type Registry } from 'prom-client';

import type { Transact } from '../store/transact';

export interface StoreMetrics {
  /** The same transactions, timed: from the wish to the commit, waiting included. */
  timed(transact: Transact): Transact;
}

const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** @param registry to which they are added */
export function createStoreMetrics(registry: Registry): StoreMetrics {
  const transactions = new Histogram({
    name: 'cc_transaction_duration_seconds',
    help: 'Transactions that write, from the wish to the commit',
    labelNames: ['outcome'] as const,
    buckets: SECONDS,
    registers: [registry],
  });
  const retries = new Counter({
    name: 'cc_transaction_retries_total',
    help: 'Transactions begun anew because the database undid them for the sake of others',
    registers: [registry],
  });
  return {
    timed: (transact) => async (actor, work, settle) => {
      const stop = transactions.startTimer();
      let isAnew = false;
      const counted: typeof work = (tx) => {
        if (isAnew) retries.inc();
        isAnew = true;
        return work(tx);
      };
      try {
        const outcome = await transact(actor, counted, settle);
        stop({ outcome: 'committed' });
        return outcome;
      } catch (error) {
        stop({ outcome: 'rolled_back' });
        throw error;
      }
    },
  };
}
