import type { PositionTuple } from '@shared/protocol/positions';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { silentLog } from '../log';
import { MAX_MESSAGE_BYTES } from '../store/nodes';
import { messagesOf, relayPositions } from './relay-positions';

const positionOf = (unitId: string, observedAtMs = 1): PositionTuple => [
  unitId,
  106.012_345,
  -6.012_345,
  359.9,
  33.3,
  observedAtMs,
];

describe('messagesOf', () => {
  it('holds every position, in messages that the database takes', () => {
    const positions = Array.from({ length: 2_000 }, (_, index) => positionOf(`UJI-é-${index}`));
    const messages = messagesOf(positions);
    for (const message of messages)
      expect(Buffer.byteLength(message)).toBeLessThanOrEqual(MAX_MESSAGE_BYTES);
    expect(messages.flatMap((message) => JSON.parse(message) as PositionTuple[])).toEqual(
      positions,
    );
    expect(messagesOf([])).toEqual([]);
  });
});

describe('relayPositions', () => {
  let untold: PositionTuple[];
  let takenIn: PositionTuple[];
  let sent: string[][];
  let letThrough: () => void;
  let hear: (message: string) => void;
  let miss: () => void;
  let stop: () => Promise<void>;

  beforeEach(() => {
    vi.useFakeTimers();
    untold = [];
    takenIn = [];
    sent = [];
    letThrough = () => undefined;
    stop = relayPositions({
      hub: {
        takeUntold: () => untold.splice(0),
        takeIn: (positions) => takenIn.push(...positions),
      },
      nodes: {
        send(_topic, messages) {
          sent.push([...messages]);
          return new Promise((resolve) => {
            letThrough = resolve;
          });
        },
        receive(_topic, listener) {
          hear = listener;
          return () => undefined;
        },
        onMissed(listener) {
          miss = listener;
          return () => undefined;
        },
      },
      readSaved: async () => [positionOf('SAVED')],
      log: silentLog,
    });
  });
  afterEach(async () => {
    letThrough();
    await stop();
    vi.useRealTimers();
  });

  it('sends a batch a tick, and no next one while one is on its way', async () => {
    untold = [positionOf('A')];
    await vi.advanceTimersByTimeAsync(200);
    expect(sent).toEqual([[JSON.stringify([positionOf('A')])]]);
    untold = [positionOf('B')];
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toHaveLength(1);
    letThrough();
    await vi.advanceTimersByTimeAsync(200);
    expect(sent).toHaveLength(2);
    letThrough();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toHaveLength(2);
  });

  it('takes in what others send, and nothing that is no position', () => {
    hear('not JSON');
    hear('[["A"]]');
    hear(JSON.stringify([positionOf('A')]));
    expect(takenIn).toEqual([positionOf('A')]);
  });

  it('reads what was saved when messages may have been missed', async () => {
    miss();
    await vi.advanceTimersByTimeAsync(0);
    expect(takenIn).toEqual([positionOf('SAVED')]);
  });
});
