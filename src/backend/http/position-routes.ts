import {
  type PositionReport,
  positionReportSchema,
  reportPositionsSchema,
} from '@shared/protocol/commands';
import { type PositionsReply, positionsReplySchema } from '@shared/protocol/replies';

import type { Api, ApiDeps, PositionSink } from './api';
import { writeResponses } from './route-schemas';

/** A thousand reports of about 200 bytes, and room for generous senders. */
const BODY_LIMIT = 512 * 1024;

export function registerPositionRoutes(api: Api, { positions }: ApiDeps): void {
  api.post(
    '/positions',
    {
      config: { action: 'position.report' },
      bodyLimit: BODY_LIMIT,
      schema: {
        tags: ['units'],
        summary: 'Report positions of units, at most 1,000 at once',
        body: reportPositionsSchema,
        response: { ...writeResponses, 202: positionsReplySchema },
      },
    },
    async (request, reply) =>
      reply.code(202).send(reportPositions(positions, request.body.positions)),
  );
}

/** Hand on the good items and say, by index in the batch that was sent, what is wrong with the others. */
function reportPositions(sink: PositionSink, items: readonly unknown[]): PositionsReply {
  const good: { index: number; report: PositionReport }[] = [];
  const rejected: PositionsReply['rejected'] = [];
  for (const [index, item] of items.entries()) {
    const parsed = positionReportSchema.safeParse(item);
    if (parsed.success) good.push({ index, report: parsed.data });
    else rejected.push({ index, reason: parsed.error.issues.map(reasonOf).join('; ') });
  }
  const reply = sink.report(good.map(({ report }) => report));
  for (const { index, reason } of reply.rejected) {
    rejected.push({ index: good[index]?.index ?? index, reason });
  }
  rejected.sort((a, b) => a.index - b.index);
  return { accepted: reply.accepted, rejected };
}

const reasonOf = ({ path, message }: { path: PropertyKey[]; message: string }): string =>
  path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`;
