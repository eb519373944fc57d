import type { Workspace } from '@shared/ipc/place';
import { useEffect } from 'react';

import { useT } from '../i18n/t';
import { WORKSPACE_NAMES } from './workspace-names';

/** Name the window, or the browser's tab, after the workspace in it. */
export function useWindowTitle(workspace: Workspace): void {
  const t = useT();
  const title = `${t(WORKSPACE_NAMES[workspace])} · ${t('shell.commandCenter')} 112`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}
