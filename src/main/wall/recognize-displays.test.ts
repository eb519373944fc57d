import { expect, it } from 'vitest';

import type { Display } from './displays';
import { recognizeDisplays } from './recognize-displays';

const LEFT = { x: 0, y: 0, width: 1920, height: 1080 };
const RIGHT = { x: 1920, y: 0, width: 1920, height: 1080 };
const slot = (display: Display) => ({ display });

it('knows a display by its id, wherever it is now', () => {
  const slots = [slot({ id: 1, label: 'A', bounds: LEFT })];
  const now = { id: 1, label: 'A', bounds: RIGHT };
  expect(recognizeDisplays(slots, [now], new Set())).toEqual([slot(now)]);
});

it('knows a display with a new id by its name and place', () => {
  const slots = [
    slot({ id: 1, label: 'A', bounds: LEFT }),
    slot({ id: 2, label: 'A', bounds: RIGHT }),
  ];
  const left = { id: 11, label: 'A', bounds: LEFT };
  const right = { id: 12, label: 'A', bounds: RIGHT };
  expect(recognizeDisplays(slots, [right, left], new Set([1, 2]))).toEqual([
    slot(left),
    slot(right),
  ]);
});

it('never takes a display for its unplugged neighbour when it moves to that one’s place', () => {
  const slots = [slot({ id: 1, label: 'A', bounds: LEFT })];
  const neighbour = { id: 2, label: 'A', bounds: LEFT };
  expect(recognizeDisplays(slots, [neighbour], new Set([1, 2]))).toEqual(slots);
});

it('takes no stranger for a display of another name or size', () => {
  const slots = [slot({ id: 1, label: 'A', bounds: LEFT })];
  const strangers = [
    { id: 8, label: 'B', bounds: LEFT },
    { id: 9, label: 'A', bounds: { ...LEFT, width: 3840 } },
  ];
  expect(recognizeDisplays(slots, strangers, new Set())).toEqual(slots);
});
