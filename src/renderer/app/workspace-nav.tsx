import type { CommandCenterBridge } from '@shared/ipc/bridge';
import { entranceOf, pathOfPlace, type Workspace } from '@shared/ipc/place';
import { Link } from 'wouter';

import { usePrincipal } from '../hooks/use-principal';
import { useT } from '../i18n/t';
import { bridge } from './bridge';
import { reportFault } from './report-fault';
import { WORKSPACE_NAMES } from './workspace-names';
import classes from './workspace-nav.module.css';
import { workspacesOf } from './workspaces-of-role';

/**
 * The ways between the workspaces that one may open. Under the desktop the wall is no place to go to but windows
 * to open.
 */
export function WorkspaceNav({ current }: { current: Workspace }) {
  const t = useT();
  const principal = usePrincipal();
  const workspaces = principal === null ? [] : workspacesOf(principal.role);
  return (
    <nav className={classes['nav']} aria-label={t('shell.workspaces')}>
      {workspaces.map((workspace) =>
        workspace === 'wall' && bridge !== undefined ? (
          <OpenWallButton key={workspace} desktop={bridge} />
        ) : (
          <Link
            key={workspace}
            className={classes['workspace']}
            href={pathOfPlace(entranceOf(workspace))}
            aria-current={workspace === current ? 'page' : undefined}
          >
            {t(WORKSPACE_NAMES[workspace])}
          </Link>
        ),
      )}
    </nav>
  );
}

function OpenWallButton({ desktop }: { desktop: CommandCenterBridge }) {
  const t = useT();
  const openReporting = (): void => {
    desktop.openWall().catch((error: unknown) => reportFault('wall', error));
  };
  return (
    <button
      type="button"
      className={classes['workspace']}
      title={t('shell.wallHelp')}
      onClick={openReporting}
    >
      {t('shell.wall')}
    </button>
  );
}
