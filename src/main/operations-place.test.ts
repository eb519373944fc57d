import { expect, it } from 'vitest';

import { displayBesideWall, wallBeside } from './operations-place';
import type { Display } from './wall/displays';

const display = (id: number): Display => ({
  id,
  label: '',
  bounds: { x: id * 1920, y: 0, width: 1920, height: 1080 },
});

it('opens the operations window on the first display without a wall', () => {
  const displays = [
    { display: display(1), isOnWall: true },
    { display: display(2), isOnWall: false },
    { display: display(3), isOnWall: false },
  ];
  expect(displayBesideWall(displays)?.id).toBe(2);
});

it('opens no operations window where the wall takes every display', () => {
  expect(displayBesideWall([{ display: display(1), isOnWall: true }])).toBeNull();
});

it('leaves the operator their own display, except where there is no other', () => {
  const choices = [1, 3].map((number) => ({ display: number, scene: null }));
  expect(wallBeside(20, [10, 20, 30].map(display))).toEqual({ kind: 'chosen', choices });
  expect(wallBeside(20, [display(20)])).toEqual({
    kind: 'chosen',
    choices: [{ display: 1, scene: null }],
  });
});
