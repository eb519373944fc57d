import type { Incident } from '@shared/domain/incident';
import { incidentStartedAt } from '@shared/domain/incident';
import { useStore } from 'zustand';

import { useCityNames } from '../../hooks/use-city-names';
import { useLive, useNow } from '../../hooks/use-live';
import { areaWords } from '../../i18n/area-words';
import { shortNumber } from '../../i18n/record-number';
import { useT } from '../../i18n/t';
import { selectionStore } from '../../live/selection';
import { selectAssignmentsByIncident } from '../../live/selectors';
import { Elapsed } from '../../ui/elapsed';
import { PriorityBadge } from '../../ui/priority-badge';
import { StateChip } from '../../ui/state-chip';
import classes from './queue-row.module.css';

interface QueueRowProps {
  id: string;
  elementId: string;
  /** 1-based, for screen readers: the list is virtual. */
  position: number;
  count: number;
  isSelected: boolean;
  isCursor: boolean;
  onPick: (id: string) => void;
}

/** One open incident of the queue. */
export function QueueRow({
  id,
  elementId,
  position,
  count,
  isSelected,
  isCursor,
  onPick,
}: QueueRowProps) {
  const incident = useLive((state) => state.model?.incidents.get(id));
  const isHovered = useStore(
    selectionStore,
    ({ hovered }) => hovered?.kind === 'incident' && hovered.id === id,
  );
  const { select, hover } = useStore(selectionStore);
  if (incident === undefined) return null;
  const elapsedId = `${elementId}-elapsed`;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list handles the keys; focus stays on it
    <div
      id={elementId}
      role="option"
      tabIndex={-1}
      className={classes['row']}
      data-priority={incident.priority}
      data-cursor={isCursor}
      data-hovered={isHovered}
      aria-describedby={elapsedId}
      aria-selected={isSelected}
      aria-setsize={count}
      aria-posinset={position}
      onClick={() => {
        onPick(id);
        select({ kind: 'incident', id });
      }}
      onPointerEnter={() => hover({ kind: 'incident', id })}
      onPointerLeave={() => hover(null)}
    >
      <PriorityBadge priority={incident.priority} />
      <RowText incident={incident} />
      {/* Its description and not part of its name, which would change each second. */}
      <span id={elapsedId} aria-hidden="true">
        <RowElapsed incident={incident} />
      </span>
    </div>
  );
}

function RowText({ incident }: { incident: Incident }) {
  const t = useT();
  const names = useCityNames();
  return (
    <div className={classes['text']}>
      <p className={classes['title']}>
        <span className={classes['category']}>{names.category(incident.categoryCode)}</span>
        <span className={classes['number']}>{shortNumber(incident.number)}</span>
      </p>
      <p className={classes['area']}>{areaWords(incident.area, names, t)}</p>
      <p className={classes['state']}>
        <StateChip>{t(`incidentState.${incident.state}`)}</StateChip>
        <UnitList incidentId={incident.id} />
      </p>
    </div>
  );
}

const SHOWN_UNITS = 3;

function UnitList({ incidentId }: { incidentId: string }) {
  const t = useT();
  const assignments = useLive((state) => selectAssignmentsByIncident(state).get(incidentId));
  const unitIds = (assignments ?? [])
    .filter(({ clearedAt }) => clearedAt === null)
    .map(({ unitId }) => unitId);
  if (unitIds.length === 0) return <span className={classes['noUnits']}>{t('queue.noUnits')}</span>;
  const more = unitIds.length - SHOWN_UNITS;
  return (
    <span className={classes['units']}>
      {unitIds.slice(0, SHOWN_UNITS).join(' ')}
      {more > 0 && ` ${t('queue.moreUnits', { n: more })}`}
    </span>
  );
}

function RowElapsed({ incident }: { incident: Incident }) {
  const nowMs = useNow();
  return <Elapsed startedAt={incidentStartedAt(incident)} nowMs={nowMs} />;
}
