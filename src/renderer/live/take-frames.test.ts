import type { Change } from '@shared/protocol/changes';
import type { Hello } from '@shared/protocol/stream';
import { describe, expect, it } from 'vitest';

import type { StreamFrame } from './frames';
import { emptyPicture, type Picture, resumePointOf } from './picture';
import { ANSWER_TIMEOUT_MS, noteLoss, takeFrames } from './take-frames';
import { aChange, aSnapshot, T0 } from './testing/records';

const hello = (given: Partial<Hello> = {}): StreamFrame => ({
  kind: 'hello',
  hello: {
    streamId: 'log',
    serverTime: T0,
    headSeq: 10,
    profile: 'empty',
    cityHash: 'c',
    serverVersion: '1',
    ...given,
  },
});
const snapshot = (seq: number): StreamFrame => ({ kind: 'snapshot', snapshot: aSnapshot({ seq }) });
const change = (seq: number): Change =>
  aChange(seq, { type: 'unit.retired', data: { unitId: `UJI-${String(seq)}` } });
const changes = (seqs: number[], headSeq = seqs.at(-1) ?? 0): StreamFrame => ({
  kind: 'changes',
  frame: { changes: seqs.map(change), headSeq },
});
const heartbeat = (headSeq: number): StreamFrame => ({
  kind: 'heartbeat',
  heartbeat: { serverTime: T0, headSeq },
});
const imported = (seq: number): StreamFrame => ({
  kind: 'changes',
  frame: {
    changes: [
      aChange(seq, {
        type: 'history.imported',
        data: { importId: 'i', source: 's', calls: 0, incidents: 1, complaints: 0 },
      }),
    ],
    headSeq: seq,
  },
});

const take = (picture: Picture, frames: StreamFrame[], nowMs = 0) =>
  takeFrames(picture, frames, nowMs);
const live = take(emptyPicture(), [hello(), snapshot(10)]).picture;

describe('first connect', () => {
  it('is synced with the snapshot of the head', () => {
    expect(live).toMatchObject({
      sync: { kind: 'synced' },
      model: { seq: 10 },
      hello: { streamId: 'log' },
    });
  });

  it('waits for the rest when the snapshot is behind the head', () => {
    const { picture } = take(emptyPicture(), [hello(), snapshot(8)]);
    expect(picture.sync.kind).toBe('awaiting');
    expect(take(picture, [changes([9, 10])]).picture.sync.kind).toBe('synced');
  });

  it('has no place in a log before its first snapshot', () => {
    expect(resumePointOf(take(emptyPicture(), [hello()]).picture)).toBeNull();
  });
});

describe('reconnect', () => {
  it('catches up by changes and is synced with the last of them', () => {
    expect(resumePointOf(live)).toEqual({ streamId: 'log', lastSeq: 10 });
    const greeted = take(live, [hello({ headSeq: 12 })]).picture;
    expect(greeted.sync).toMatchObject({ kind: 'awaiting', want: 'changes' });
    const half = take(greeted, [changes([11], 12)]).picture;
    expect(half.sync.kind).toBe('awaiting');
    expect(take(half, [changes([12])]).picture).toMatchObject({
      sync: { kind: 'synced' },
      model: { seq: 12 },
    });
  });

  it('is synced when an empty answer says that nothing was missed', () => {
    const greeted = take(live, [hello()]).picture;
    expect(take(greeted, [changes([], 10)]).picture.sync.kind).toBe('synced');
  });

  it('keeps the old picture, and its place, until another log’s snapshot comes', () => {
    const greeted = take(live, [hello({ streamId: 'other', headSeq: 3 })]).picture;
    expect(greeted).toMatchObject({ model: { seq: 10 }, hello: { streamId: 'log' } });
    // Changes of the other log must never meet this log's model, even where the numbers fit.
    expect(take(greeted, [changes([11])]).picture.model?.seq).toBe(10);
    const replaced = take(greeted, [snapshot(3)]).picture;
    expect(replaced).toMatchObject({
      model: { seq: 3 },
      hello: { streamId: 'other' },
      sync: { kind: 'synced' },
    });
  });

  it('does not mistake the old picture for the other log’s after a second connect', () => {
    const other = hello({ streamId: 'other', headSeq: 30 });
    const twice = take(live, [other, other]).picture;
    expect(resumePointOf(twice)).toBeNull();
    expect(take(twice, [changes([11])]).picture.model?.seq).toBe(10);
  });

  it('takes a snapshot of an earlier seq when the log was restored', () => {
    const greeted = take(live, [hello({ headSeq: 7 })]).picture;
    expect(take(greeted, [snapshot(7)]).picture.model?.seq).toBe(7);
  });
});

describe('faults', () => {
  it('asks once for a gap, and again only when no answer comes', () => {
    const first = take(live, [changes([12])], 1_000);
    expect(first.mustAsk).toBe(true);
    expect(resumePointOf(first.picture)).toEqual({ streamId: 'log', lastSeq: 10 });
    expect(take(first.picture, [changes([13]), heartbeat(13)], 1_500).mustAsk).toBe(false);
    expect(take(first.picture, [heartbeat(13)], 1_000 + ANSWER_TIMEOUT_MS).mustAsk).toBe(true);
  });

  it('asks for a snapshot when history was imported, and ignores changes and older snapshots until it comes', () => {
    const { picture, mustAsk } = take(live, [imported(11)]);
    expect(mustAsk).toBe(true);
    expect(resumePointOf(picture)).toBeNull();
    expect(take(picture, [changes([11, 12]), snapshot(10)]).picture.model?.seq).toBe(10);
    expect(take(picture, [snapshot(11)]).picture).toMatchObject({
      model: { seq: 11 },
      sync: { kind: 'synced' },
    });
  });

  it('still wants that snapshot after a reconnect', () => {
    const { picture } = take(live, [imported(11), hello({ headSeq: 11 })]);
    expect(resumePointOf(picture)).toBeNull();
  });

  it('notices by heartbeats that the end of the log was lost', () => {
    const once = take(live, [heartbeat(11)]);
    expect(once.mustAsk).toBe(false);
    expect(take(once.picture, [heartbeat(11)]).mustAsk).toBe(true);
    expect(take(once.picture, [changes([11]), heartbeat(12)]).mustAsk).toBe(false);
  });

  it('does not go back to an old snapshot that comes late', () => {
    const ahead = take(live, [changes([11])]).picture;
    expect(take(ahead, [snapshot(10)]).picture).toBe(ahead);
  });

  it('asks after a loss, but not on top of a question that is open', () => {
    const lost = noteLoss(live, 0);
    expect(lost.mustAsk).toBe(true);
    expect(noteLoss(lost.picture, 1).mustAsk).toBe(false);
  });
});
