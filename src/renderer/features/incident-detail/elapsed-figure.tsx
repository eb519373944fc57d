import { type Incident, incidentStartedAt } from '@shared/domain/incident';

import { useNow } from '../../hooks/use-live';
import { useT } from '../../i18n/t';
import { Elapsed } from '../../ui/elapsed';
import { Figure } from '../../ui/figure';

/** How long the incident has been running, or how long it lasted. */
export function ElapsedFigure({ incident }: { incident: Incident }) {
  const t = useT();
  const nowMs = useNow();
  const startedAt = incidentStartedAt(incident);
  return (
    <Figure label={labelOf()}>
      <Elapsed size="figure" startedAt={startedAt} endedAt={incident.endedAt} nowMs={nowMs} />
    </Figure>
  );

  function labelOf(): string {
    if (startedAt === null) return t('incident.startUnknown');
    if (incident.endedAt !== null) return t('incident.lasted');
    return incident.milestones.callReceivedAt === null
      ? t('incident.sinceReport')
      : t('incident.sinceCall');
  }
}
