import type { KpiReport } from '@shared/protocol/kpi';

import { countDifference } from './difference';
import { Tile } from './tile';
import { useKpiWords } from './use-kpi-words';

type Incidents = KpiReport['previous']['incidents'];

/** How many incidents, and what was not counted. */
export function IncidentsTile({
  incidents,
  before,
}: {
  incidents: Incidents;
  before: Incidents | null;
}) {
  const { t, count, excludedIncidents } = useKpiWords();
  const { falseReports, duplicates } = incidents.excluded;
  return (
    <Tile
      label={t('kpi.incidents')}
      figure={{
        kpi: 'incidents',
        subject: null,
        value: count(incidents.n),
        n: incidents.n,
        excluded: excludedIncidents(incidents.excluded),
        previous: before === null ? null : count(before.n),
      }}
      difference={before === null ? null : countDifference(incidents.n, before.n, null)}
    >
      <span>
        {t('kpi.notCounted', { falseReports: count(falseReports), duplicates: count(duplicates) })}
      </span>
    </Tile>
  );
}
