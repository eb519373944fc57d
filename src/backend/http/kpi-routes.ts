import { wibDay } from '@shared/domain/time';
import { kpiReportSchema, wibDaySchema } from '@shared/protocol/kpi';
import { z } from 'zod';

import { checkPeriod } from '../kpi/check-period';
import { createKpiReports } from '../kpi/kpi-reports';
import type { Api, ApiDeps } from './api';
import { readResponses } from './route-schemas';

const periodQuery = z.strictObject({
  /** WIB day, included. Left out: `to`. */
  from: wibDaySchema.optional(),
  /** WIB day, included. Left out: today. */
  to: wibDaySchema.optional(),
});

export function registerKpiRoutes(api: Api, deps: ApiDeps): void {
  const { clock } = deps;
  const reports = createKpiReports(deps);

  api.get(
    '/kpi',
    {
      schema: {
        tags: ['kpi'],
        summary: 'The figures of a period of WIB days, beside those of the days before',
        querystring: periodQuery,
        response: readResponses(kpiReportSchema),
      },
    },
    ({ query }) => reports.read(checkPeriod(query, wibDay(clock.now()))),
  );
}
