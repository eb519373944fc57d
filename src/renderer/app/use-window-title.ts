import type { Workspace } from '@shared/ipc/place';
import { useEffect } from 'react';

import { type MessageKey, useT } from '../i18n/t';

const NAMES = {
  operations: 'shell.operations',
  wall: 'shell.wall',
  kpi: 'shell.kpi',
} as const satisfies Record<Workspace, MessageKey>;

/** Name the window, or the browser's tab, after the workspace in it. */
export function useWindowTitle(workspace: Workspace): void {
  const t = useT();
  const title = `${t(NAMES[workspace])} · ${t('shell.commandCenter')} 112`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}
