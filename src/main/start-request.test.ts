import { expect, it } from 'vitest';

import { readStartRequest } from './start-request';

it('asks for nothing where nothing is said', () => {
  expect(readStartRequest({ CC_WALL: '' })).toEqual({ workspace: null, wall: null });
});

it('asks for a workspace and a wall beside it', () => {
  expect(readStartRequest({ CC_WORKSPACE: 'kpi', CC_WALL: '2' })).toEqual({
    workspace: 'kpi',
    wall: { kind: 'chosen', choices: [{ display: 2, scene: null }] },
  });
});

it('takes the wall as a workspace for a wall on every display', () => {
  expect(readStartRequest({ CC_WORKSPACE: 'wall' })).toEqual({
    workspace: null,
    wall: { kind: 'all' },
  });
});

it('refuses a workspace there is not', () => {
  expect(() => readStartRequest({ CC_WORKSPACE: 'radar' })).toThrow('operations, wall, kpi');
});
