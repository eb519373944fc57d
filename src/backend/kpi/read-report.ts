import { setImmediate } from 'node:timers/promises';

import type { KpiInterval, KpiPeriod, KpiReport } from '@shared/protocol/kpi';

import type { Clock } from '../clock';
import { readHead } from '../store/change-log';
import type { Db } from '../store/database';
import { countCalls, readCalls } from '../store/kpi-calls';
import { countComplaints, countComplaintsByPart } from '../store/kpi-complaints';
import { countIncidents, countIncidentsByHour } from '../store/kpi-incidents';
import {
  readResponse,
  readResponseByCategory,
  readResponseOfOthers,
  readResponseTrend,
} from '../store/kpi-response';
import { readTogether } from '../store/kpi-snapshot';
import { planReport } from './plan-report';

/** A report as the room reads it, and what stands in it for those who are not told sensitive categories. */
export interface KpiReading {
  report: KpiReport;
  /** Of all categories that not everybody is told, together. */
  withheld: { incidents: number; interval: KpiInterval };
}

/**
 * The figures of a period, all of them as of one place in the change log. One query after another: the
 * embedded database has one connection.
 * @param toldCategories those that everybody is told
 */
export function readReport(
  db: Db,
  clock: Clock,
  period: KpiPeriod,
  toldCategories: readonly string[],
): Promise<KpiReading> {
  return readTogether(db, async (tx) => {
    const { seq } = await readHead(tx);
    // Read after the first query, which settles what the others see: nothing up to `seq` is later than this.
    const computedAt = clock.now();
    const { bucket, window, previous } = planReport(period, computedAt);
    const { whole, trend } = await inTurn(() => readResponseTrend(tx, window, bucket));
    const byCategory = await inTurn(() => readResponseByCategory(tx, window));
    const report: KpiReport = {
      period,
      bucket,
      seq,
      computedAt,
      calls: await inTurn(() => readCalls(tx, window, bucket)),
      incidents: {
        ...(await inTurn(() => countIncidents(tx, window))),
        byCategory: byCategory.map(({ categoryCode, incidents }) => ({
          categoryCode,
          n: incidents,
        })),
        byHour: await inTurn(() => countIncidentsByHour(tx, window)),
      },
      response: {
        ...whole,
        byCategory: byCategory.map(({ categoryCode, interval }) => ({ categoryCode, ...interval })),
        trend,
      },
      complaints: await inTurn(() => countComplaintsByPart(tx, window)),
      previous: {
        period: previous.period,
        calls: await inTurn(() => countCalls(tx, previous.window)),
        incidents: await inTurn(() => countIncidents(tx, previous.window)),
        response: await inTurn(() => readResponse(tx, previous.window)),
        complaints: await inTurn(() => countComplaints(tx, previous.window)),
      },
    };
    const withheld = await inTurn(() => readResponseOfOthers(tx, window, toldCategories));
    return { report, withheld };
  });
}

/** The embedded database runs in this thread: between two queries the stream and other requests get theirs. */
async function inTurn<T>(read: () => Promise<T>): Promise<T> {
  await setImmediate();
  return read();
}
