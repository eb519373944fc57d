import { expect, it } from 'vitest';

import { serverQuery } from './server-query';

it('asks for whole WIB days', () => {
  expect(serverQuery({ from: '2026-11-24', to: '2026-11-24', outcome: 'refused' })).toEqual({
    from: '2026-11-23T17:00:00.000Z',
    to: '2026-11-24T17:00:00.000Z',
    outcome: 'refused',
  });
});

it('asks for all when nothing is chosen', () => {
  expect(serverQuery({})).toEqual({});
});
