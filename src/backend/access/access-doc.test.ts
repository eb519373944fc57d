import { readFileSync } from 'node:fs';

import { ACCESS_ROWS } from '@shared/domain/access-table';
import { ACTIONS, ROLES } from '@shared/domain/access-terms';
import { expect, test } from 'vitest';

import { forbidden } from './forbidden';

const PAGE = new URL('../../../docs/access.md', import.meta.url);

/** A row of the page for each row of the table, in the order of the actions. */
function rowsOfPage(): string[] {
  const [, table = ''] =
    /<!-- access-table -->([\s\S]*)<!-- \/access-table -->/.exec(readFileSync(PAGE, 'utf8')) ?? [];
  const lines = table.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
      .join(' | '),
  );
}

test('docs/access.md says what the table says', () => {
  const rows = ACTIONS.flatMap((action) => ACCESS_ROWS.filter((row) => row.action === action));
  const expected = rows.map(({ action, roles, fields, reason }) =>
    [`\`${action}\``, roles.join(', '), fields.join(', ') || '–', reason.en].join(' | '),
  );
  expect(rowsOfPage()).toEqual(expected);
});

test('each refusal names who may and why', () => {
  for (const action of ACTIONS)
    for (const role of ROLES.filter(
      (one) => one !== 'opd' && one !== 'display' && one !== 'integration',
    )) {
      const { code, message } = forbidden({ role, id: 'x' }, action);
      expect(code).toBe('forbidden');
      expect(message.length, `${role} ${action}`).toBeGreaterThan(40);
    }
});
