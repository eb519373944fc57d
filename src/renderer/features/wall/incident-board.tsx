import { type Incident, incidentStartedAt } from '@shared/domain/incident';
import { WITHHELD_CATEGORY } from '@shared/domain/render-record';
import { useRef } from 'react';

import { useNow } from '../../hooks/use-live';
import { useSizeInRem } from '../../hooks/use-size-in-rem';
import { areaWords } from '../../i18n/area-words';
import { useLanguage, useT } from '../../i18n/t';
import { Elapsed } from '../../ui/elapsed';
import { formatCount } from '../../ui/format';
import { PriorityBadge } from '../../ui/priority-badge';
import classes from './incident-board.module.css';
import { PriorityCounts } from './priority-counts';
import { useOpenIncidents } from './use-open-incidents';
import { usePublicNames } from './use-public-names';
import { WallNote, WallPanel } from './wall-panel';

/** Height of a row, rem; the style sheet keeps to it. */
const ROW_REM = 4;

/** Open incidents in rows, as many as fit; the others are counted. */
export function IncidentBoard() {
  const t = useT();
  const language = useLanguage();
  const incidents = useOpenIncidents();
  const list = useRef<HTMLUListElement>(null);
  const size = useSizeInRem(list);
  const rows = Math.floor((size?.heightRem ?? 0) / ROW_REM);
  const shown = incidents.length <= rows ? incidents.length : Math.max(0, rows - 1);
  const rest = incidents.slice(shown);
  return (
    <WallPanel title={t('wall.board')} aside={`n ${formatCount(incidents.length, language)}`}>
      <ul ref={list} className={classes['list']}>
        {incidents.slice(0, shown).map((incident) => (
          <Row key={incident.id} incident={incident} />
        ))}
        {rest.length > 0 && size !== null && (
          <li className={classes['more']}>
            <span>{t('wall.more', { n: formatCount(rest.length, language) })}</span>
            <PriorityCounts incidents={rest} none="omit" />
          </li>
        )}
        {incidents.length === 0 && (
          <li className={classes['empty']}>
            <WallNote title={t('wall.noOpen')} />
          </li>
        )}
      </ul>
    </WallPanel>
  );
}

function Row({ incident }: { incident: Incident }) {
  const t = useT();
  const names = usePublicNames();
  const nowMs = useNow();
  return (
    <li className={classes['row']}>
      <PriorityBadge priority={incident.priority} />
      <p className={classes['what']}>
        <b data-withheld={incident.categoryCode === WITHHELD_CATEGORY}>
          {names.category(incident.categoryCode)}
        </b>
        <span>{areaWords(incident.area, names, t)}</span>
      </p>
      <Elapsed startedAt={incidentStartedAt(incident)} nowMs={nowMs} />
    </li>
  );
}
