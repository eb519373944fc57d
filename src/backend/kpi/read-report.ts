import type { KpiPeriod, KpiReport } from '@shared/protocol/kpi';

import type { Clock } from '../clock';
import { readHead } from '../store/change-log';
import type { Db } from '../store/database';
import { countCallsByType, readCallTrend } from '../store/kpi-calls';
import { countComplaints, countComplaintsByPart } from '../store/kpi-complaints';
import { countIncidents, countIncidentsByHour } from '../store/kpi-incidents';
import { readResponse, readResponseByCategory, readResponseTrend } from '../store/kpi-response';
import { readTogether } from '../store/kpi-snapshot';
import type { KpiWindow } from '../store/kpi-window';
import { planReport } from './plan-report';

/**
 * The figures of a period, all of them as of one place in the change log. One query after another: the
 * embedded database has one connection.
 */
export function readReport(db: Db, clock: Clock, period: KpiPeriod): Promise<KpiReport> {
  return readTogether(db, async (tx) => {
    const { seq } = await readHead(tx);
    // Read after the first query, which settles what the others see: nothing up to `seq` is later than this.
    const computedAt = clock.now();
    const { bucket, window, previous } = planReport(period, computedAt);
    const byCategory = await readResponseByCategory(tx, window);
    return {
      period,
      bucket,
      seq,
      computedAt,
      calls: { ...(await readCalls(tx, window)), trend: await readCallTrend(tx, window, bucket) },
      incidents: {
        ...(await countIncidents(tx, window)),
        byCategory: byCategory.map(({ categoryCode, incidents }) => ({
          categoryCode,
          n: incidents,
        })),
        byHour: await countIncidentsByHour(tx, window),
      },
      response: {
        ...(await readResponse(tx, window)),
        byCategory: byCategory.map(({ categoryCode, interval }) => ({ categoryCode, ...interval })),
        trend: await readResponseTrend(tx, window, bucket),
      },
      complaints: await countComplaintsByPart(tx, window),
      previous: {
        period: previous.period,
        calls: await readCalls(tx, previous.window),
        incidents: await countIncidents(tx, previous.window),
        response: await readResponse(tx, previous.window),
        complaints: await countComplaints(tx, previous.window),
      },
    };
  });
}

async function readCalls(db: Db, window: KpiWindow): Promise<KpiReport['previous']['calls']> {
  const byType = await countCallsByType(db, window);
  return { n: Object.values(byType).reduce((sum, n) => sum + n, 0), byType };
}
