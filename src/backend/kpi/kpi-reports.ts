import type { Audience } from '@shared/domain/audience';
import { createDisclosurePolicy, type DisclosureSource } from '@shared/domain/disclosure';
import type { KpiPeriod, KpiReport } from '@shared/protocol/kpi';

import type { Clock } from '../clock';
import { readHead } from '../store/change-log';
import type { Store } from '../store/open-store';
import { planReport } from './plan-report';
import { type KpiReading, readReport } from './read-report';
import { renderReport } from './render-report';

export interface KpiReports {
  /**
   * A report of the period as the audience is told of it, perhaps of figures that were counted for somebody else;
   * its `seq` and `computedAt` say of when they are.
   */
  read(period: KpiPeriod, audience: Audience): Promise<KpiReport>;
}

interface Deps {
  store: Pick<Store, 'db'>;
  clock: Clock;
  city: DisclosureSource;
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
  reading: KpiReading;
  readAtMs: number;
  costMs: number;
  isOver: boolean;
}

/** Reports by period, so that ten windows cost one count; those who ask at the same time share it. */
export function createKpiReports({ store, clock, city }: Deps): KpiReports {
  const policy = createDisclosurePolicy(city);
  const toldCategories = city.incidentCategories
    .map(({ code }) => code)
    .filter((code) => !policy.isSensitive(code));
  const kept = new Map<string, Kept>();
  const underWay = new Map<string, Promise<KpiReading>>();

  async function readKept(key: string, period: KpiPeriod): Promise<KpiReading> {
    const known = kept.get(key);
    const current = known !== undefined && (await isCurrent(known)) ? known : await count(period);
    kept.delete(key);
    kept.set(key, current);
    if (kept.size > MAX_KEPT) kept.delete(kept.keys().next().value ?? key);
    return current.reading;
  }

  async function isCurrent({ reading, readAtMs, costMs, isOver }: Kept): Promise<boolean> {
    const ageMs = clock.nowMs() - readAtMs;
    if (ageMs < Math.max(MIN_AGE_MS, costMs * MIN_AGE_PER_COST)) return true;
    if (!isOver && ageMs >= MAX_AGE_OF_PRESENT_MS) return false;
    return (await readHead(store.db)).seq === reading.report.seq;
  }

  async function count(period: KpiPeriod): Promise<Kept> {
    const startMs = clock.nowMs();
    const reading = await readReport(store.db, clock, period, toldCategories);
    const readAtMs = clock.nowMs();
    const { isOver } = planReport(period, reading.report.computedAt);
    return { reading, readAtMs, costMs: readAtMs - startMs, isOver };
  }

  function readShared(period: KpiPeriod): Promise<KpiReading> {
    const key = `${period.from}/${period.to}`;
    const shared = underWay.get(key);
    if (shared !== undefined) return shared;
    const reading = readKept(key, period).finally(() => underWay.delete(key));
    underWay.set(key, reading);
    return reading;
  }

  return {
    read: async (period, audience) => renderReport(audience, await readShared(period), policy),
  };
}
