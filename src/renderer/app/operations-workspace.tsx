import { IncidentQueue } from '../features/incidents/incident-queue';
import { isOldPicture } from '../features/link/link-words';
import { UnitBoard } from '../features/units/unit-board';
import { useLive } from '../hooks/use-live';
import { useT } from '../i18n/t';
import { StaleVeil } from '../ui/stale-veil';
import { DetailPane } from './detail-pane';
import { MapPanel } from './map-panel';
import classes from './operations-workspace.module.css';
import { PanelBoundary } from './panel-boundary';

/** Operasi: the queue, the map over the unit board, and the details. Each panel fails and scrolls alone. */
export function OperationsWorkspace() {
  const t = useT();
  const isStale = useLive((state) => isOldPicture(state.link));
  return (
    <main className={classes['workspace']}>
      <div className={classes['queue']}>
        <StaleVeil isStale={isStale}>
          <PanelBoundary panel="queue">
            <IncidentQueue />
          </PanelBoundary>
        </StaleVeil>
      </div>
      <div className={classes['map']}>
        <PanelBoundary panel="map">
          <MapPanel />
        </PanelBoundary>
      </div>
      <div className={classes['units']}>
        <StaleVeil isStale={isStale}>
          <PanelBoundary panel="units">
            <UnitBoard />
          </PanelBoundary>
        </StaleVeil>
      </div>
      <aside className={classes['detail']} aria-label={t('shell.details')}>
        <StaleVeil isStale={isStale}>
          <DetailPane />
        </StaleVeil>
      </aside>
    </main>
  );
}
