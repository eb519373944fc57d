import type { Audience } from '@shared/domain/audience';
import type { PositionsFrame, PositionTuple } from '@shared/protocol/positions';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { POSITION_TICK_MS, type PositionLane, startPositionLane } from './position-lane';

const at = (unitId: string, observedAtMs = 0): PositionTuple => [
  unitId,
  106,
  -6,
  null,
  null,
  observedAtMs,
];

let moved: PositionTuple[];
let latest: PositionTuple[];
let broadcasts: { ids: string[]; audiences: string[]; except: string[] }[];
let veiled: Set<string>;
let observed: number[];
let received: string[][];
let buffered: number;
let lane: PositionLane;

const ROOM: Audience = { kind: 'room' };
const EXECUTIVE: Audience = { kind: 'executive' };
const idsOf = ({ positions }: PositionsFrame) => positions.map(([id]) => id);
const receiver = {
  id: 'socket-1',
  audience: ROOM,
  bufferedBytes: () => buffered,
  send: (frame: PositionsFrame) => received.push(idsOf(frame)),
};
const tick = () => vi.advanceTimersByTime(POSITION_TICK_MS);

beforeEach(() => {
  vi.useFakeTimers();
  moved = [];
  latest = [at('DMK-01'), at('DMK-02')];
  broadcasts = [];
  veiled = new Set();
  observed = [];
  received = [];
  buffered = 0;
  lane = startPositionLane({
    feed: { takeMoved: () => moved.splice(0), latest: () => latest },
    veils: {
      mayTell: ({ kind }, [unitId]) => kind === 'room' || !veiled.has(unitId),
      observe: (positions) => observed.push(positions.length),
    },
    broadcast: (frame, audiences, except) =>
      broadcasts.push({ ids: idsOf(frame), audiences, except }),
  });
});
afterEach(() => {
  lane.stop();
  vi.useRealTimers();
});

describe('startPositionLane', () => {
  it('sends one batch a tick, with the units that moved, and none when nothing moved', () => {
    lane.admit(receiver, true);
    moved = [at('DMK-02')];
    tick();
    tick();
    expect(broadcasts).toEqual([{ ids: ['DMK-02'], audiences: ['room'], except: [] }]);
  });

  it('gives all positions first to one who does not know them', () => {
    lane.admit(receiver, false);
    moved = [at('DMK-02')];
    tick();
    expect(received).toEqual([['DMK-01', 'DMK-02']]);
    expect(broadcasts).toEqual([]);
  });

  it('leaves a congested receiver out and gives it the latest once it has caught up', () => {
    lane.admit(receiver, true);
    lane.admit({ ...receiver, id: 'socket-2', bufferedBytes: () => 0 }, true);
    buffered = 1_000_000;
    moved = [at('DMK-01')];
    tick();
    expect(broadcasts).toEqual([{ ids: ['DMK-01'], audiences: ['room'], except: ['socket-1'] }]);
    expect(received).toEqual([]);
    buffered = 0;
    tick();
    expect(received).toEqual([['DMK-01', 'DMK-02']]);
  });

  it('makes one frame for all audiences that are told the same, and one for each that is told less', () => {
    lane.admit(receiver, true);
    lane.admit({ ...receiver, id: 'socket-2', audience: EXECUTIVE }, true);
    moved = [at('DMK-01'), at('DMK-02')];
    tick();
    veiled.add('DMK-01');
    moved = [at('DMK-01'), at('DMK-02')];
    tick();
    expect(broadcasts).toEqual([
      { ids: ['DMK-01', 'DMK-02'], audiences: ['room', 'executive'], except: [] },
      { ids: ['DMK-01', 'DMK-02'], audiences: ['room'], except: [] },
      { ids: ['DMK-02'], audiences: ['executive'], except: [] },
    ]);
    expect(observed).toEqual([2, 2]);
  });

  it('keeps a veiled unit out of what a newcomer and a snapshot get', () => {
    veiled.add('DMK-01');
    lane.admit({ ...receiver, audience: EXECUTIVE }, false);
    tick();
    expect(received).toEqual([['DMK-02']]);
    expect(lane.latestFor(EXECUTIVE).map(([id]) => id)).toEqual(['DMK-02']);
    expect(lane.latestFor(ROOM)).toHaveLength(2);
  });

  it('splits a large batch', () => {
    lane.admit(receiver, true);
    moved = Array.from({ length: 4_500 }, (_, index) => at(`U-${index}`));
    tick();
    expect(broadcasts.map(({ ids }) => ids.length)).toEqual([2_000, 2_000, 500]);
  });

  it('sends nothing to one who left', () => {
    lane.admit(receiver, false);
    lane.remove(receiver.id);
    moved = [at('DMK-01')];
    tick();
    expect(received).toEqual([]);
    expect(broadcasts).toEqual([]);
  });
});
