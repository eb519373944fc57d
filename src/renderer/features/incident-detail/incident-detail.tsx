import type { Assignment } from '@shared/domain/assignment';
import type { Incident } from '@shared/domain/incident';
import { useStore } from 'zustand';

import { useCityNames } from '../../hooks/use-city-names';
import { useLive } from '../../hooks/use-live';
import { useT } from '../../i18n/t';
import { selectionStore } from '../../live/selection';
import { selectAssignmentsByIncident } from '../../live/selectors';
import { DetailHeader } from '../../ui/detail-header';
import { EmptyNote } from '../../ui/empty-note';
import { FigureRow } from '../../ui/figure';
import { PaneBody } from '../../ui/pane-body';
import { PriorityBadge } from '../../ui/priority-badge';
import { SkeletonLines } from '../../ui/skeleton-lines';
import { StateChip } from '../../ui/state-chip';
import { AssignedUnits } from './assigned-units';
import { ElapsedFigure } from './elapsed-figure';
import { IncidentCaller } from './incident-caller';
import classes from './incident-detail.module.css';
import { IncidentLocation } from './incident-location';
import { IncidentNotes } from './incident-notes';
import { IncidentTimeline } from './incident-timeline';
import { MilestoneList } from './milestone-list';
import { NearestFacilities } from './nearest-facilities';
import { PromiseFigure } from './promise-figure';
import { useIncidentDetail } from './use-incident-detail';

/** Everything about one incident: what, where, since when, who is on it, and what happened. */
export function IncidentDetailPane({ id }: { id: string }) {
  const t = useT();
  const live = useLive((state) => state.model?.incidents.get(id));
  const assignments = useLive((state) => selectAssignmentsByIncident(state).get(id));
  const detail = useIncidentDetail(id, revisionOf(live, assignments));
  const close = useStore(selectionStore, (state) => state.select);
  // One that ended long ago is no longer part of the live picture, and can still be read.
  const incident = live ?? (detail.kind === 'ready' ? detail.detail.incident : undefined);

  if (incident === undefined) {
    return detail.kind === 'failed' ? (
      <EmptyNote title={t('incident.gone')} hint={detail.message} />
    ) : (
      <div className={classes['loading']}>
        <SkeletonLines widths={[70, 45, 90, 90, 60, 80]} />
      </div>
    );
  }
  return (
    <>
      <IncidentHeader incident={incident} onClose={() => close(null)} />
      <FigureRow>
        <ElapsedFigure incident={incident} />
        <PromiseFigure incident={incident} />
      </FigureRow>
      <PaneBody>
        <IncidentLocation incident={incident} />
        <IncidentCaller id={id} detail={detail} />
        {incident.lngLat !== null && <NearestFacilities lngLat={incident.lngLat} />}
        <MilestoneList incident={incident} />
        <AssignedUnits
          assignments={assignments ?? (detail.kind === 'ready' ? detail.detail.assignments : [])}
        />
        <IncidentTimeline detail={detail} onRetry={detail.retry} />
        <IncidentNotes detail={detail} />
      </PaneBody>
    </>
  );
}

function IncidentHeader({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const t = useT();
  const names = useCityNames();
  const { categoryCode, subcategoryCode, number, state, priority } = incident;
  return (
    <DetailHeader
      mark={<PriorityBadge priority={priority} />}
      title={names.category(categoryCode)}
      subtitle={
        <>
          {subcategoryCode !== null && `${names.subcategory(categoryCode, subcategoryCode)} · `}
          {number} · {categoryCode} <StateChip>{t(`incidentState.${state}`)}</StateChip>
        </>
      }
      onClose={onClose}
    />
  );
}

/** Another text whenever the incident or one of its assignments changed. */
function revisionOf(
  incident: Incident | undefined,
  assignments: readonly Assignment[] | undefined,
): string {
  return `${incident?.version ?? 0} ${JSON.stringify(assignments ?? [])}`;
}
