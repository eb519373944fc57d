import { audienceOf } from '@shared/domain/audience';
import { wibDay } from '@shared/domain/time';
import { kpiReportSchema, wibDaySchema } from '@shared/protocol/kpi';
import { z } from 'zod';

import { checkPeriod } from '../kpi/check-period';
import { createKpiReports } from '../kpi/kpi-reports';
import { readExport } from '../kpi/read-export';
import { recordAct } from '../operations/record-act';
import type { Api, ApiDeps } from './api';
import { readResponses } from './route-schemas';

const TAG = 'kpi';

const querystring = z.strictObject({
  from: wibDaySchema.optional().describe('WIB day, included. Left out: the same as `to`.'),
  to: wibDaySchema.optional().describe('WIB day, included. Left out: today.'),
});

const csvResponse = {
  description: 'UTF-8 with a byte order mark, semicolons, decimal commas; one number a row.',
  content: { 'text/csv': { schema: z.string() } },
};

export function registerKpiRoutes(api: Api, deps: ApiDeps): void {
  const reports = createKpiReports(deps);
  const periodOf = (query: z.infer<typeof querystring>) =>
    checkPeriod(query, wibDay(deps.clock.now()));

  api.get(
    '/kpi',
    {
      config: { action: 'kpi.read' },
      schema: {
        tags: [TAG],
        summary: 'The figures of a period, beside those of the days before',
        querystring,
        response: readResponses(kpiReportSchema),
      },
    },
    ({ query, principal }) => reports.read(periodOf(query), audienceOf(principal)),
  );

  api.get(
    '/kpi/export.csv',
    {
      config: { action: 'kpi.export' },
      schema: {
        tags: [TAG],
        summary: 'The same figures as a file for a spreadsheet',
        querystring,
        response: { ...readResponses(kpiReportSchema), 200: csvResponse },
      },
    },
    async ({ query, principal }, reply) => {
      const period = periodOf(query);
      const { fileName, csv } = await readExport(deps, reports, period, principal);
      await recordAct(deps, {
        actor: principal,
        action: 'kpi.export',
        subject: null,
        outcome: 'done',
        details: { from: period.from, to: period.to },
      });
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${fileName}"`)
        .header('cache-control', 'no-store')
        .send(csv);
    },
  );
}
