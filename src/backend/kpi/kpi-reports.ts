import type { KpiPeriod, KpiReport } from '@shared/protocol/kpi';

import type { Clock } from '../clock';
import { readHead } from '../store/change-log';
import type { Store } from '../store/open-store';
import { planReport } from './plan-report';
import { readReport } from './read-report';

export interface KpiReports {
  /** A report of the period, perhaps one made for somebody else; its `seq` and `computedAt` say of when it is. */
  read(period: KpiPeriod): Promise<KpiReport>;
}

interface Deps {
  store: Pick<Store, 'db'>;
  clock: Clock;
}

/** However fast changes come in, a period is not counted again before this. */
const MIN_AGE_MS = 2_000;
/** Nor before this many times what it took: the embedded database does nothing else meanwhile. */
const MIN_AGE_PER_COST = 20;
/** Time alone makes complaints overdue and moves what a period still going on is compared with. */
const MAX_AGE_OF_PRESENT_MS = 15_000;
/** The least recently asked for goes first. */
const MAX_KEPT = 32;

interface Kept {
  report: KpiReport;
  readAtMs: number;
  costMs: number;
  isOver: boolean;
}

/** Reports by period, so that ten windows cost one count; those who ask at the same time share it. */
export function createKpiReports({ store, clock }: Deps): KpiReports {
  const kept = new Map<string, Kept>();
  const underWay = new Map<string, Promise<KpiReport>>();

  async function readKept(key: string, period: KpiPeriod): Promise<KpiReport> {
    const known = kept.get(key);
    const current = known !== undefined && (await isCurrent(known)) ? known : await count(period);
    kept.delete(key);
    kept.set(key, current);
    if (kept.size > MAX_KEPT) kept.delete(kept.keys().next().value ?? key);
    return current.report;
  }

  async function isCurrent({ report, readAtMs, costMs, isOver }: Kept): Promise<boolean> {
    const ageMs = clock.nowMs() - readAtMs;
    if (ageMs < Math.max(MIN_AGE_MS, costMs * MIN_AGE_PER_COST)) return true;
    if (!isOver && ageMs >= MAX_AGE_OF_PRESENT_MS) return false;
    return (await readHead(store.db)).seq === report.seq;
  }

  async function count(period: KpiPeriod): Promise<Kept> {
    const startMs = clock.nowMs();
    const report = await readReport(store.db, clock, period);
    const readAtMs = clock.nowMs();
    const { isOver } = planReport(period, report.computedAt);
    return { report, readAtMs, costMs: readAtMs - startMs, isOver };
  }

  return {
    read(period) {
      const key = `${period.from}/${period.to}`;
      const shared = underWay.get(key);
      if (shared !== undefined) return shared;
      const reading = readKept(key, period).finally(() => underWay.delete(key));
      underWay.set(key, reading);
      return reading;
    },
  };
}
