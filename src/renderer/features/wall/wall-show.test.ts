import { describe, expect, it } from 'vitest';

import {
  advanceShow,
  type CriticalIncident,
  nextChangeAtMs,
  noteCritical,
  startShow,
  type WallPlan,
  type WallShow,
} from './wall-show';

const plan: WallPlan = {
  turns: [
    { scene: 'peta-langsung', dwellMs: 30_000 },
    { scene: 'status-unit', dwellMs: 10_000 },
    { scene: 'aduan-kecamatan', dwellMs: 20_000 },
  ],
  takeOverMs: 20_000,
};
const fixed: WallPlan = {
  ...plan,
  turns: [{ scene: 'status-unit', dwellMs: 30_000 }],
};

const p1 = (...ids: string[]): CriticalIncident[] => ids.map((id) => ({ id, ageMs: 5_000 }));
const sceneOf = (show: WallShow): string | undefined => plan.turns[show.turn]?.scene;
/** A wall that has seen an empty city. */
const quiet = (): WallShow => noteCritical(startShow(0), plan, [], 'log', 0);

describe('turns', () => {
  it('shows each scene for its own dwell time, then begins again', () => {
    let show = quiet();
    const seen = [0, 29_999, 30_000, 39_999, 40_000, 59_999, 60_000].map((nowMs) => {
      show = advanceShow(show, plan, nowMs);
      return [nowMs, sceneOf(show)];
    });
    expect(seen).toEqual([
      [0, 'peta-langsung'],
      [29_999, 'peta-langsung'],
      [30_000, 'status-unit'],
      [39_999, 'status-unit'],
      [40_000, 'aduan-kecamatan'],
      [59_999, 'aduan-kecamatan'],
      [60_000, 'peta-langsung'],
    ]);
  });

  it('does not race through scenes that were missed while the machine slept', () => {
    const show = advanceShow(quiet(), plan, 3_600_000);
    expect(sceneOf(show)).toBe('status-unit');
    expect(sceneOf(advanceShow(show, plan, 3_600_001))).toBe('status-unit');
  });

  it('does not turn a wall with a single scene', () => {
    const show = advanceShow(quiet(), fixed, 1_000_000);
    expect(show.turn).toBe(0);
    expect(nextChangeAtMs(show, fixed)).toBeNull();
  });

  it('finds its place in a plan that became shorter', () => {
    const third = { ...quiet(), turn: 2 };
    expect(advanceShow(third, fixed, 60_000).turn).toBe(0);
  });
});

describe('take-over', () => {
  it('is not taken by what was open before the first look', () => {
    const show = noteCritical(startShow(0), plan, p1('old'), 'log', 0);
    expect(show.takeOver).toBeNull();
  });

  it('holds the wall for its time and gives the scene back with what was left of its dwell', () => {
    let show = noteCritical(quiet(), plan, p1('new'), 'log', 12_000);
    expect(show.takeOver).toEqual({ incidentId: 'new', sinceMs: 12_000 });
    expect(nextChangeAtMs(show, plan)).toBe(32_000);
    show = advanceShow(show, plan, 31_999);
    expect(show.takeOver?.incidentId).toBe('new');
    show = advanceShow(show, plan, 32_000);
    expect(show.takeOver).toBeNull();
    expect(sceneOf(show)).toBe('peta-langsung');
    // 12 of 30 seconds had been shown.
    expect(nextChangeAtMs(show, plan)).toBe(50_000);
  });

  it('takes a wall that shows one scene only', () => {
    const show = noteCritical(quiet(), fixed, p1('new'), 'log', 1_000);
    expect(show.takeOver?.incidentId).toBe('new');
    expect(advanceShow(show, fixed, 21_000).takeOver).toBeNull();
  });

  it('is not repeated for an incident it has seen, nor after a reconnect', () => {
    let show = noteCritical(quiet(), plan, p1('new'), 'log', 0);
    show = advanceShow(show, plan, 20_000);
    show = noteCritical(show, plan, p1('new'), 'log', 25_000);
    expect(show.takeOver).toBeNull();
  });

  it('is taken by what began while the line was down', () => {
    let show = noteCritical(quiet(), plan, p1('a'), 'log', 0);
    show = advanceShow(show, plan, 20_000);
    show = noteCritical(show, plan, p1('a', 'missed'), 'log', 60_000);
    expect(show.takeOver?.incidentId).toBe('missed');
  });

  it('is not taken by the incidents of another log', () => {
    const show = noteCritical(quiet(), plan, p1('x', 'y'), 'another log', 1_000);
    expect(show.takeOver).toBeNull();
  });

  it('is not taken by an import of what began long ago; an unknown start counts as now', () => {
    const imported = noteCritical(quiet(), plan, [{ id: 'old', ageMs: 3_600_000 }], 'log', 0);
    expect(imported.takeOver).toBeNull();
    const undated = noteCritical(quiet(), plan, [{ id: 'undated', ageMs: null }], 'log', 0);
    expect(undated.takeOver?.incidentId).toBe('undated');
  });

  it('ends at once when its incident is closed', () => {
    let show = noteCritical(quiet(), plan, p1('new'), 'log', 0);
    show = noteCritical(show, plan, [], 'log', 4_000);
    expect(show.takeOver).toBeNull();
    expect(nextChangeAtMs(show, plan)).toBe(34_000);
  });

  it('lets several take the wall one after the other', () => {
    let show = noteCritical(quiet(), plan, p1('a', 'b'), 'log', 0);
    expect(show.takeOver?.incidentId).toBe('a');
    expect(show.waiting).toEqual(['b']);
    show = advanceShow(show, plan, 20_000);
    expect(show.takeOver).toEqual({ incidentId: 'b', sinceMs: 20_000 });
    show = advanceShow(show, plan, 40_000);
    expect(show.takeOver).toBeNull();
  });

  it('forgets one that was closed while it waited', () => {
    let show = noteCritical(quiet(), plan, p1('a', 'b', 'c'), 'log', 0);
    show = noteCritical(show, plan, p1('a', 'c'), 'log', 1_000);
    expect(advanceShow(show, plan, 20_000).takeOver?.incidentId).toBe('c');
  });

  it('keeps no more than the five newest waiting', () => {
    const show = noteCritical(quiet(), plan, p1('1', '2', '3', '4', '5', '6', '7'), 'log', 0);
    expect(show.takeOver?.incidentId).toBe('3');
    expect(show.waiting).toEqual(['4', '5', '6', '7']);
  });
});
