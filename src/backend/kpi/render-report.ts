import type { Audience } from '@shared/domain/audience';
import type { DisclosurePolicy } from '@shared/domain/disclosure';
import { WITHHELD_CATEGORY } from '@shared/domain/render-record';
import type { KpiReport } from '@shared/protocol/kpi';

import type { KpiReading } from './read-report';

/**
 * A report as an audience is told of it. But for the room, sensitive categories are one row: with a row each,
 * the report before an incident and the one after would tell what it is.
 */
export function renderReport(
  audience: Audience,
  { report, withheld }: KpiReading,
  policy: DisclosurePolicy,
): KpiReport {
  if (audience.kind === 'room') return report;
  const isTold = ({ categoryCode }: { categoryCode: string }) => !policy.isSensitive(categoryCode);
  const { incidents, response } = report;
  const categoryCode = WITHHELD_CATEGORY;
  const others = withheld.incidents === 0 ? [] : [withheld];
  return {
    ...report,
    incidents: {
      ...incidents,
      byCategory: [
        ...incidents.byCategory.filter(isTold),
        ...others.map(({ incidents: n }) => ({ categoryCode, n })),
      ],
    },
    response: {
      ...response,
      byCategory: [
        ...response.byCategory.filter(isTold),
        ...others.map(({ interval }) => ({ categoryCode, ...interval })),
      ],
    },
  };
}
