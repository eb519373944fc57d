import { Skeleton } from '@mantine/core';
import { assertNever } from '@shared/assert';
import type { Place } from '@shared/ipc/place';
import { lazy, Suspense } from 'react';

import { type BackendFailure, LinkBanner } from '../features/link/link-banner';
import { Footer } from './footer';
import { Header } from './header';
import { OperationsWorkspace } from './operations-workspace';
import { PanelBoundary } from './panel-boundary';
import { usePlace } from './place';
import classes from './shell.module.css';
import { useWindowTitle } from './use-window-title';
import { WallExit } from './wall-exit';

// A window shows one workspace for hours: the code of the others waits until somebody goes there.
const WallWorkspace = lazy(async () => ({
  default: (await import('./wall/wall-workspace')).WallWorkspace,
}));
const KpiWorkspace = lazy(async () => ({
  default: (await import('./kpi/kpi-workspace')).KpiWorkspace,
}));

/**
 * The frame of every workspace: header, link banner, workspace, footer. The wall has none of it: it fills the
 * whole screen, and tells of its link itself.
 * @param failure of the backend, while there is one
 */
export function Shell({ failure }: { failure: BackendFailure | null }) {
  const place = usePlace();
  useWindowTitle(place.workspace);
  if (place.workspace === 'wall') {
    return (
      <WallExit>
        <WorkspaceOf place={place} />
      </WallExit>
    );
  }
  return (
    <div className={classes['shell']}>
      <Header workspace={place.workspace} />
      <LinkBanner failure={failure} />
      <WorkspaceOf place={place} />
      <Footer />
    </div>
  );
}

function WorkspaceOf({ place }: { place: Place }) {
  return (
    // A key of its own for each workspace: a failed one must not take the next one with it.
    <PanelBoundary key={place.workspace} panel={`workspace ${place.workspace}`}>
      <Suspense fallback={<Skeleton className={classes['loading']} radius={0} animate={false} />}>
        {contentOf(place)}
      </Suspense>
    </PanelBoundary>
  );
}

function contentOf(place: Place) {
  switch (place.workspace) {
    case 'operations':
      return <OperationsWorkspace />;
    case 'wall':
      return <WallWorkspace scene={place.scene} />;
    case 'kpi':
      return <KpiWorkspace />;
    default:
      return assertNever(place);
  }
}
