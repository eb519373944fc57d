import type { PositionReport } from '@shared/protocol/commands';
import { describe, expect, it } from 'vitest';

import { createPositionHub } from './position-hub';

const NOW = '2026-11-24T01:00:00.000Z';
const NOW_MS = Date.parse(NOW);
const clock = { now: () => NOW, nowMs: () => NOW_MS };
const units = new Set(['DMK-01', 'DMK-02']);

const hubWith = (initial: Parameters<typeof createPositionHub>[0]['initial'] = []) =>
  createPositionHub({ clock, isKnownUnit: (id) => units.has(id), initial });
const report = (unitId: string, observedMs: number, lng = 106.01): PositionReport => ({
  unitId,
  lngLat: [lng, -6.01],
  observedAt: new Date(observedMs).toISOString(),
});

describe('createPositionHub', () => {
  it('keeps the latest position by the time it was observed, in whatever order they come', () => {
    const hub = hubWith();
    hub.report([
      report('DMK-01', NOW_MS - 1_000, 106.02),
      report('DMK-01', NOW_MS - 3_000, 106.01),
    ]);
    hub.report([report('DMK-01', NOW_MS - 2_000, 106.03)]);
    expect(hub.latest()).toEqual([['DMK-01', 106.02, -6.01, null, null, NOW_MS - 1_000]]);
  });

  it('hands each move out once, to the screens and to the saver', () => {
    const hub = hubWith([['DMK-02', 106, -6, null, null, 1]]);
    hub.report([report('DMK-01', NOW_MS)]);
    hub.report([report('DMK-01', NOW_MS)]);
    expect(hub.takeMoved().map(([id]) => id)).toEqual(['DMK-01']);
    expect(hub.takeMoved()).toEqual([]);
    expect(hub.takeUnsaved().map(([id]) => id)).toEqual(['DMK-01']);
    expect(hub.takeUnsaved()).toEqual([]);
  });

  it('hands another node what was reported here, and shows what was reported there without passing it on', () => {
    const hub = hubWith();
    hub.report([report('DMK-01', NOW_MS)]);
    hub.takeMoved();
    hub.takeIn([
      ['DMK-01', 106.5, -6, null, null, NOW_MS - 1],
      ['DMK-02', 106.5, -6, null, null, NOW_MS],
      ['XYZ-99', 106.5, -6, null, null, NOW_MS],
    ]);
    expect(hub.takeMoved().map(([id]) => id)).toEqual(['DMK-02']);
    expect(hub.takeUntold().map(([id]) => id)).toEqual(['DMK-01']);
    expect(hub.takeUnsaved().map(([id]) => id)).toEqual(['DMK-01']);
  });

  it('accepts a late or repeated report without moving the unit', () => {
    const hub = hubWith([['DMK-01', 106, -6, null, null, NOW_MS]]);
    expect(hub.report([report('DMK-01', NOW_MS), report('DMK-01', NOW_MS - 1)])).toEqual({
      accepted: 2,
      rejected: [],
    });
    expect(hub.takeMoved()).toEqual([]);
  });

  it('refuses, by index, what lies more than a minute in the future or concerns no unit of the city', () => {
    const hub = hubWith();
    const reply = hub.report([
      report('DMK-01', NOW_MS + 60_000),
      report('DMK-01', NOW_MS + 60_001),
      report('XYZ-99', NOW_MS),
    ]);
    expect(reply.accepted).toBe(1);
    expect(reply.rejected.map(({ index }) => index)).toEqual([1, 2]);
    expect(reply.rejected[1]?.reason).toContain('XYZ-99');
  });

  it('saves again what could not be saved, in its latest form', () => {
    const hub = hubWith();
    hub.report([report('DMK-01', NOW_MS - 10, 106.01)]);
    const failed = hub.takeUnsaved();
    hub.report([report('DMK-01', NOW_MS, 106.02)]);
    hub.returnUnsaved(failed);
    expect(hub.takeUnsaved().map(([id, lng]) => [id, lng])).toEqual([['DMK-01', 106.02]]);
  });
});
