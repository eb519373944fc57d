import { mayRole } from '@shared/domain/access';
import type { Action, Role } from '@shared/domain/access-terms';
import { WORKSPACES, type Workspace } from '@shared/ipc/place';

/** What a workspace is for; whoever may not do it has nothing to do there. */
const PURPOSE = {
  operations: 'incident.read',
  wall: 'stream.follow',
  kpi: 'kpi.read',
  admin: 'display.manage',
} as const satisfies Record<Workspace, Action>;

export function mayOpen(role: Role, workspace: Workspace): boolean {
  // A wall is looked at by whoever passes: it never becomes anything else.
  if (role === 'display') return workspace === 'wall';
  return mayRole(role, PURPOSE[workspace]);
}

export function workspacesOf(role: Role): Workspace[] {
  return WORKSPACES.filter((workspace) => mayOpen(role, workspace));
}

/** Where a role begins its day, unless it was elsewhere last. */
const START = {
  admin: 'operations',
  supervisor: 'operations',
  operator: 'operations',
  opd: 'operations',
  executive: 'kpi',
  display: 'wall',
  integration: 'operations',
} as const satisfies Record<Role, Workspace>;

export function startOf(role: Role): Workspace {
  return START[role];
}
