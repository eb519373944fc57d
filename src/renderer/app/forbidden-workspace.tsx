import { Button } from '@mantine/core';
import { entranceOf, type Workspace } from '@shared/ipc/place';

import { useT } from '../i18n/t';
import type { SignedIn } from '../live/signed-in';
import { EmptyNote } from '../ui/empty-note';
import classes from './forbidden-workspace.module.css';
import { goToPlace } from './place';
import { WORKSPACE_NAMES } from './workspace-names';
import { startOf } from './workspaces-of-role';

interface ForbiddenWorkspaceProps {
  workspace: Workspace;
  who: SignedIn;
}

/** The address leads to a workspace that is none of this role's. */
export function ForbiddenWorkspace({ workspace, who }: ForbiddenWorkspaceProps) {
  const t = useT();
  const { role } = who.principal;
  const start = startOf(role);
  return (
    <main className={classes['workspace']}>
      <div role="alert">
        <EmptyNote
          title={t('access.forbiddenTitle', { workspace: t(WORKSPACE_NAMES[workspace]) })}
          hint={t('access.forbiddenAdvice', { name: who.displayName, role: t(`role.${role}`) })}
          action={
            <Button size="xs" onClick={() => goToPlace(entranceOf(start), { replace: true })}>
              {t('access.goTo', { workspace: t(WORKSPACE_NAMES[start]) })}
            </Button>
          }
        />
      </div>
    </main>
  );
}
