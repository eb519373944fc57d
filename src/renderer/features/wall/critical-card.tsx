import { type Incident, incidentStartedAt } from '@shared/domain/incident';

import { useLive, useNow } from '../../hooks/use-live';
import { areaWords } from '../../i18n/area-words';
import { useT } from '../../i18n/t';
import { selectAssignmentsByIncident } from '../../live/selectors';
import { Elapsed } from '../../ui/elapsed';
import classes from './critical-card.module.css';
import { responseWords } from './response-words';
import { usePublicNames } from './use-public-names';

interface CriticalCardProps {
  incident: Incident;
  /** How many more wait for their turn. */
  waiting: number;
}

/** The new P1 that holds the wall: as large as it can be said. */
export function CriticalCard({ incident, waiting }: CriticalCardProps) {
  const t = useT();
  const names = usePublicNames();
  const nowMs = useNow();
  const assignments = useLive((state) => selectAssignmentsByIncident(state).get(incident.id));
  return (
    <section className={classes['card']} role="alert" aria-label={t('wall.newCritical')}>
      <p className={classes['banner']}>{t('wall.newCritical')}</p>
      <h2 className={classes['title']}>{names.category(incident.categoryCode)}</h2>
      <p className={classes['area']}>{areaWords(incident.area, names, t)}</p>
      <p className={classes['elapsed']}>
        <Elapsed startedAt={incidentStartedAt(incident)} nowMs={nowMs} size="hero" />
      </p>
      <p className={classes['response']}>{responseWords(incident, assignments ?? [], names, t)}</p>
      {waiting > 0 && (
        <p className={classes['waiting']}>{t('wall.moreCritical', { n: waiting })}</p>
      )}
    </section>
  );
}
