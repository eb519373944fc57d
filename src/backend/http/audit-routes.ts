import { Readable } from 'node:stream';

import { wibDay } from '@shared/domain/time';
import { auditPageSchema, auditVerdictSchema } from '@shared/protocol/audit';
import { z } from 'zod';

import { exportAudit } from '../audit/export-audit';
import { verifyAudit } from '../audit/verify-audit';
import { listAudit } from '../operations/list-audit';
import { recordAct } from '../operations/record-act';
import type { Api, ApiDeps } from './api';
import { numberCursor } from './cursor';
import { pageQuery, periodQuery, readResponses } from './route-schemas';

const TAG = 'audit';
const config = { action: 'audit.read' } as const;

const textQuery = z.string().min(1).max(128).optional();
const filterQuery = {
  ...periodQuery,
  actorId: textQuery,
  action: textQuery,
  subject: textQuery.describe('e.g. `incident:<id>`'),
  outcome: z.enum(['done', 'refused']).optional(),
};

const csvResponse = {
  description: 'UTF-8 with a byte order mark, semicolons; an entry a row, oldest first.',
  // For the reader a text; the handler sends it as a stream, which passes by the schema.
  content: { 'text/csv': { schema: z.string() as unknown as z.ZodType<Readable> } },
};

export function registerAuditRoutes(api: Api, deps: ApiDeps): void {
  api.get(
    '/audit',
    {
      config,
      schema: {
        tags: [TAG],
        summary: 'What people and tools did or were refused, newest first',
        querystring: z.strictObject({ ...pageQuery, ...filterQuery }),
        response: readResponses(auditPageSchema),
      },
    },
    async ({ query: { limit, cursor, ...filter } }) => {
      const page = { limit, before: numberCursor.decode(cursor) };
      const { items, next } = await listAudit(deps, filter, page);
      return { items, nextCursor: numberCursor.encode(next) };
    },
  );

  api.get(
    '/audit/verify',
    {
      config,
      schema: {
        tags: [TAG],
        summary: 'Whether every entry is the one that was recorded',
        response: readResponses(auditVerdictSchema),
      },
    },
    () => verifyAudit(deps.store.db),
  );

  api.get(
    '/audit/export.csv',
    {
      config,
      schema: {
        tags: [TAG],
        summary: 'The trail as a file for a spreadsheet; taking it out is recorded in it',
        querystring: z.strictObject(filterQuery),
        response: { ...readResponses(auditPageSchema), 200: csvResponse },
      },
    },
    async ({ query, principal }, reply) => {
      await recordAct(deps, {
        actor: principal,
        action: 'audit.export',
        subject: null,
        outcome: 'done',
        details: Object.fromEntries(
          Object.entries(query).map(([name, value]) => [name, value ?? null]),
        ),
      });
      const day = wibDay(deps.clock.now());
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="audit-${day}.csv"`)
        .header('cache-control', 'no-store')
        .send(Readable.from(exportAudit(deps.store.db, query)));
    },
  );
}
