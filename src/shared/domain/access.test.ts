import { describe, expect, test } from 'vitest';

import { accessOf, mayDo, mayRole, maySee, type Principal, rolesThatMay } from './access';
import { ACCESS_ROWS } from './access-table';
import { ACTIONS, ROLES } from './access-terms';

describe('the access table', () => {
  test('has at least one role for each action, and at most one row for a role and an action', () => {
    for (const action of ACTIONS) {
      expect(rolesThatMay(action), action).not.toEqual([]);
      for (const role of ROLES) {
        const rows = ACCESS_ROWS.filter((row) => row.action === action && row.roles.includes(role));
        expect(rows.length, `${role} ${action}`).toBeLessThanOrEqual(1);
      }
    }
  });

  test('lets a wall look and nothing else', () => {
    const allowed = ACTIONS.filter((action) => mayRole('display', action));
    expect(allowed).toEqual(['stream.follow', 'city.read', 'kpi.read', 'unit.read']);
    for (const action of allowed)
      expect(accessOf('display', action)?.fields).toEqual(['operational']);
  });

  test("lets the Walikota's office change nothing and see no person", () => {
    expect(ACTIONS.filter((action) => mayRole('executive', action))).toEqual([
      'stream.follow',
      'city.read',
      'kpi.read',
      'kpi.export',
      'unit.read',
      'complaint.read',
    ]);
    expect(ACTIONS.filter((action) => maySee('executive', action, 'person'))).toEqual([]);
  });

  test('opens a caller’s data to the room alone', () => {
    expect(rolesThatMay('incident.reveal')).toEqual(['admin', 'supervisor', 'operator']);
  });

  test("keeps an integration within its key's scopes", () => {
    const tracker: Principal = {
      role: 'integration',
      id: 'tracker',
      source: 'gps',
      scopes: ['position.report'],
    };
    expect(mayDo(tracker, 'position.report')).toBe(true);
    expect(mayDo(tracker, 'incident.open')).toBe(false);
    expect(mayDo({ ...tracker, scopes: null }, 'incident.open')).toBe(true);
    expect(mayDo({ ...tracker, scopes: ['user.manage'] }, 'user.manage')).toBe(false);
  });
});
