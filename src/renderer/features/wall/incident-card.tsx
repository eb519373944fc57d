import { type Incident, incidentStartedAt } from '@shared/domain/incident';
import { WITHHELD_CATEGORY } from '@shared/domain/render-record';

import { useLive, useNow } from '../../hooks/use-live';
import { areaWords } from '../../i18n/area-words';
import { useT } from '../../i18n/t';
import { selectAssignmentsByIncident } from '../../live/selectors';
import { Elapsed } from '../../ui/elapsed';
import { PriorityBadge } from '../../ui/priority-badge';
import classes from './incident-card.module.css';
import { responseWords } from './response-words';
import { usePublicNames } from './use-public-names';

/** Height of a card with its gap, rem; the style sheet keeps to it. */
export const CARD_REM = 8.75;

/** An open incident to be read across the room: what, where, who is on it, and for how long. */
export function IncidentCard({ incident }: { incident: Incident }) {
  const t = useT();
  const names = usePublicNames();
  const nowMs = useNow();
  const assignments = useLive((state) => selectAssignmentsByIncident(state).get(incident.id));
  return (
    <li className={classes['card']} data-priority={incident.priority}>
      <h3 className={classes['title']}>
        <PriorityBadge priority={incident.priority} />
        <span data-withheld={incident.categoryCode === WITHHELD_CATEGORY}>
          {names.category(incident.categoryCode)}
        </span>
      </h3>
      <p className={classes['area']}>{areaWords(incident.area, names, t)}</p>
      <p className={classes['response']}>{responseWords(incident, assignments ?? [], names, t)}</p>
      <span className={classes['elapsed']}>
        <Elapsed startedAt={incidentStartedAt(incident)} nowMs={nowMs} size="hero" />
      </span>
    </li>
  );
}
