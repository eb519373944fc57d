import { Skeleton } from '@mantine/core';
import { assertNever } from '@shared/assert';
import type { Place } from '@shared/ipc/place';
import { lazy, Suspense, useCallback } from 'react';

import { type BackendFailure, LinkBanner } from '../features/link/link-banner';
import { useLiveClient } from '../hooks/use-live';
import type { SignedIn } from '../live/signed-in';
import { Footer } from './footer';
import { ForbiddenWorkspace } from './forbidden-workspace';
import { Header } from './header';
import { OperationsWorkspace } from './operations-workspace';
import { PanelBoundary } from './panel-boundary';
import { usePlace } from './place';
import classes from './shell.module.css';
import { useIdlePreload } from './use-idle-preload';
import { useWindowTitle } from './use-window-title';
import { WallExit } from './wall-exit';
import { mayOpen } from './workspaces-of-role';

// A window shows one workspace for hours: the code of the others waits until somebody goes there.
const WallWorkspace = lazy(async () => ({
  default: (await import('./wall/wall-workspace')).WallWorkspace,
}));
const loadKpi = () => import('./kpi/kpi-workspace');
const KpiWorkspace = lazy(async () => ({ default: (await loadKpi()).KpiWorkspace }));
const AdminWorkspace = lazy(async () => ({
  default: (await import('./admin/admin-workspace')).AdminWorkspace,
}));

interface ShellProps {
  who: SignedIn;
  /** Of the backend, while there is one. */
  failure: BackendFailure | null;
}

/**
 * The frame of every workspace: header, link banner, workspace, footer. The wall has none of it: it fills the
 * whole screen, and tells of its link itself.
 */
export function Shell({ who, failure }: ShellProps) {
  const { role } = who.principal;
  const place = usePlace(role);
  const isAllowed = mayOpen(role, place.workspace);
  useWindowTitle(place.workspace);
  const client = useLiveClient();
  const prepare = useCallback(async () => {
    await loadKpi();
    const { prepareKpi } = await import('./kpi/prepare-kpi');
    await prepareKpi(client);
  }, [client]);
  useIdlePreload(mayOpen(role, 'kpi') ? prepare : null);
  if (place.workspace === 'wall' && isAllowed) {
    return (
      <WallExit who={who}>
        <WorkspaceOf place={place} />
      </WallExit>
    );
  }
  return (
    <div className={classes['shell']}>
      <Header workspace={place.workspace} who={who} />
      <LinkBanner failure={failure} />
      {isAllowed ? (
        <WorkspaceOf place={place} />
      ) : (
        <ForbiddenWorkspace workspace={place.workspace} who={who} />
      )}
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
    case 'admin':
      return <AdminWorkspace part={place.part} />;
    default:
      return assertNever(place);
  }
}
