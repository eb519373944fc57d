import type { CommandCenterBridge } from '@shared/ipc/bridge';
import { pathOfPlace, type Workspace } from '@shared/ipc/place';
import { Link } from 'wouter';

import { type MessageKey, useT } from '../i18n/t';
import { bridge } from './bridge';
import { reportFault } from './report-fault';
import classes from './workspace-nav.module.css';

/** The ways between the workspaces. Under the desktop the wall is no place to go to but windows to open. */
export function WorkspaceNav({ current }: { current: Exclude<Workspace, 'wall'> }) {
  const t = useT();
  return (
    <nav className={classes['nav']} aria-label={t('shell.workspaces')}>
      <WorkspaceLink
        path={pathOfPlace({ workspace: 'operations' })}
        name="shell.operations"
        isCurrent={current === 'operations'}
      />
      {bridge === undefined ? (
        <WorkspaceLink
          path={pathOfPlace({ workspace: 'wall', scene: null })}
          name="shell.wall"
          isCurrent={false}
        />
      ) : (
        <OpenWallButton desktop={bridge} />
      )}
      <WorkspaceLink
        path={pathOfPlace({ workspace: 'kpi' })}
        name="shell.kpi"
        isCurrent={current === 'kpi'}
      />
    </nav>
  );
}

interface WorkspaceLinkProps {
  path: string;
  name: MessageKey;
  isCurrent: boolean;
}

function WorkspaceLink({ path, name, isCurrent }: WorkspaceLinkProps) {
  const t = useT();
  return (
    <Link
      className={classes['workspace']}
      href={path}
      aria-current={isCurrent ? 'page' : undefined}
    >
      {t(name)}
    </Link>
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
