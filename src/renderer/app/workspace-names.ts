import type { Workspace } from '@shared/ipc/place';

import type { MessageKey } from '../i18n/t';

/** What each workspace is called. */
export const WORKSPACE_NAMES = {
  operations: 'shell.operations',
  wall: 'shell.wall',
  kpi: 'shell.kpi',
  admin: 'shell.admin',
} as const satisfies Record<Workspace, MessageKey>;
