import { ROLES } from '@shared/domain/access-terms';
import { expect, it } from 'vitest';

import { mayOpen, startOf, workspacesOf } from './workspaces-of-role';

it.each([
  ['admin', ['operations', 'wall', 'kpi', 'admin']],
  ['supervisor', ['operations', 'wall', 'kpi', 'admin']],
  ['operator', ['operations', 'wall', 'kpi']],
  ['opd', ['operations', 'wall', 'kpi']],
  ['executive', ['wall', 'kpi']],
  ['display', ['wall']],
] as const)('%s may open %j', (role, workspaces) => {
  expect(workspacesOf(role)).toEqual(workspaces);
});

it.each(ROLES)('%s begins where it may be', (role) => {
  expect(mayOpen(role, startOf(role))).toBe(true);
});
