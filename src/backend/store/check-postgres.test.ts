import { expect, it } from 'vitest';

import { problemOf } from './check-postgres';

const GOOD = { version: 15, encoding: 'UTF8', is_standby: false };

it('takes PostgreSQL 15 and newer', () => {
  expect(problemOf(GOOD)).toBeNull();
  expect(problemOf({ ...GOOD, version: 18 })).toBeNull();
});

it.each([
  ['an older server', { ...GOOD, version: 14 }, 'is PostgreSQL 14; 15 or newer is needed.'],
  ['a database that does not hold every letter', { ...GOOD, encoding: 'SQL_ASCII' }, 'createdb'],
  ['a standby', { ...GOOD, is_standby: true }, 'the primary server'],
])('says what to do about %s', (_what, server, remedy) => {
  expect(problemOf(server)).toContain(remedy);
});
