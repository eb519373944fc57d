import { describe, expect, it } from 'vitest';

import type { Display } from './displays';
import { missingDisplays, NO_WALL, planWall, settlePlan, toggleDisplay } from './wall-plan';

const display = (id: number, x = id * 1920): Display => ({
  id,
  label: '',
  bounds: { x, y: 0, width: 1920, height: 1080 },
});
const [left, middle, right] = [display(1), display(2), display(3)];
const all = [left, middle, right];
const nothingSeen: ReadonlySet<number> = new Set();

describe('planWall', () => {
  it('takes every display, and those to come', () => {
    expect(planWall({ kind: 'all' }, [left, middle], NO_WALL)).toEqual({
      isOpen: true,
      takesNewDisplays: true,
      slots: [
        { display: left, scene: null },
        { display: middle, scene: null },
      ],
    });
  });

  it('takes the displays chosen, by their number, with the scenes chosen', () => {
    const choices = [
      { display: 3, scene: 'status-unit' },
      { display: 1, scene: null },
    ] as const;
    expect(planWall({ kind: 'chosen', choices }, all, NO_WALL)).toEqual({
      isOpen: true,
      takesNewDisplays: false,
      slots: [
        { display: right, scene: 'status-unit' },
        { display: left, scene: null },
      ],
    });
  });

  it('keeps a scene chosen earlier, also of a display that is away', () => {
    const former = {
      ...NO_WALL,
      slots: [
        { display: left, scene: 'status-unit' },
        { display: right, scene: 'aduan-kecamatan' },
      ],
    } as const;
    const plan = planWall({ kind: 'all' }, [left, middle], { ...former, slots: [...former.slots] });
    expect(plan.slots).toEqual([
      { display: left, scene: 'status-unit' },
      { display: right, scene: 'aduan-kecamatan' },
      { display: middle, scene: null },
    ]);
  });

  it('opens the displays that are there when some asked for are not, and names those', () => {
    const request = {
      kind: 'chosen',
      choices: [
        { display: 2, scene: null },
        { display: 4, scene: null },
      ],
    } as const;
    expect(planWall(request, all, NO_WALL).slots).toEqual([{ display: middle, scene: null }]);
    expect(missingDisplays(request, all)).toEqual([4]);
  });

  it('refuses when none of the displays asked for is there', () => {
    const request = { kind: 'chosen', choices: [{ display: 4, scene: null }] } as const;
    expect(() => planWall(request, all, NO_WALL)).toThrow('Display 4 is not there; 3 connected');
  });
});

describe('settlePlan', () => {
  const wall = planWall({ kind: 'all' }, all, NO_WALL);

  it('keeps the slot of a display that is away, and gives it back', () => {
    const without = settlePlan(wall, [left, right], new Set([1, 2, 3]));
    expect(without.slots).toHaveLength(3);
    expect(settlePlan(without, all, new Set([1, 2, 3]))).toEqual(wall);
  });

  it('notes where a display is now', () => {
    const moved = display(2, 3840);
    expect(settlePlan(wall, [left, moved], new Set([1, 2, 3])).slots[1]?.display).toEqual(moved);
  });

  it('takes a new display only where the plan takes new ones', () => {
    const chosen = planWall(
      { kind: 'chosen', choices: [{ display: 1, scene: null }] },
      [left],
      NO_WALL,
    );
    expect(settlePlan(chosen, [left, right], nothingSeen).slots).toHaveLength(1);
    const every = planWall({ kind: 'all' }, [left], NO_WALL);
    expect(settlePlan(every, [left, right], nothingSeen).slots).toHaveLength(2);
  });
});

describe('toggleDisplay', () => {
  it('opens a wall of one display, adds another, and closes with the last', () => {
    const one = toggleDisplay(NO_WALL, left);
    const two = toggleDisplay(one, right);
    expect(two.slots.map((slot) => slot.display.id)).toEqual([1, 3]);
    const rest = toggleDisplay(toggleDisplay(two, left), right);
    expect(rest.isOpen).toBe(false);
  });

  it('starts anew from a closed wall, with the scene this display had', () => {
    const closed = {
      isOpen: false,
      takesNewDisplays: true,
      slots: [
        { display: left, scene: null },
        { display: right, scene: 'status-unit' as const },
      ],
    };
    expect(toggleDisplay(closed, right)).toEqual({
      isOpen: true,
      takesNewDisplays: false,
      slots: [{ display: right, scene: 'status-unit' }],
    });
  });
});
