import { NO_EMERGENCY_STATES } from '@shared/domain/day-figures';
import type { KpiReport } from '@shared/protocol/kpi';
import { and, eq, notInArray, sql } from 'drizzle-orm';

import type { Db } from './database';
import { type KpiWindow, wibReading, within } from './kpi-window';
import { incidents } from './schema/incidents';

/** Incidents that began in the window, and what is left out of their number. */
export async function countIncidents(
  db: Db,
  window: KpiWindow,
): Promise<KpiReport['previous']['incidents']> {
  const [row] = await db
    .select({
      n: sql<number>`(count(*) filter (where ${isEmergency()}))::int`,
      falseReports: sql<number>`(count(*) filter (where ${eq(incidents.state, 'false_report')}))::int`,
      duplicates: sql<number>`(count(*) filter (where ${eq(incidents.state, 'duplicate')}))::int`,
    })
    .from(incidents)
    .where(within(incidents.startedAt, window));
  const { n = 0, falseReports = 0, duplicates = 0 } = row ?? {};
  return { n, excluded: { falseReports, duplicates } };
}

/** Incidents that began in the window, by the hour of the WIB day: 24 numbers. */
export async function countIncidentsByHour(db: Db, window: KpiWindow): Promise<number[]> {
  const hour = sql<number>`hours.hour`;
  const rows = await db
    .select({ n: sql<number>`count(${incidents.id})::int` })
    .from(sql`generate_series(0, 23) as hours (hour)`)
    .leftJoin(
      incidents,
      and(
        within(incidents.startedAt, window),
        isEmergency(),
        sql`extract(hour from ${wibReading(incidents.startedAt)}) = ${hour}`,
      ),
    )
    .groupBy(hour)
    .orderBy(hour);
  return rows.map(({ n }) => n);
}

/** What counts as an incident: neither false nor another's duplicate, as `dayFigures` has it. */
export const isEmergency = () => notInArray(incidents.state, [...NO_EMERGENCY_STATES]);
