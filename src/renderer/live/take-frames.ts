import { assertNever } from '@shared/assert';
import type { Snapshot } from '@shared/protocol/snapshot';
import type { ChangesFrame, Heartbeat, Hello } from '@shared/protocol/stream';

import { applyChanges } from './apply-changes';
import type { StreamFrame } from './frames';
import { modelFromSnapshot } from './model-from-snapshot';
import type { Picture } from './picture';
import { extendTicker } from './ticker';

/** The picture after some frames, and whether the server must be asked (by `resumePointOf(picture)`). */
export interface Taken {
  picture: Picture;
  mustAsk: boolean;
}

/** An answer that has not come by then is asked for again. */
export const ANSWER_TIMEOUT_MS = 3_000;

/**
 * The client's half of the protocol, pure: frames in order of arrival onto a picture.
 * Whatever is lost, repeated or out of order, the model stays `snapshot(N) + changes(N+1..seq)`; a hole
 * turns into a question, asked once and again after `ANSWER_TIMEOUT_MS`.
 * @param nowMs monotonic ms
 */
export function takeFrames(picture: Picture, frames: readonly StreamFrame[], nowMs: number): Taken {
  let taken: Taken = { picture, mustAsk: false };
  for (const frame of frames) {
    const next = takeFrame(taken.picture, frame, nowMs);
    taken = { picture: next.picture, mustAsk: taken.mustAsk || next.mustAsk };
  }
  return taken;
}

/** Something of the durable lane was lost before it could be taken (bad frame, overflow). */
export function noteLoss(picture: Picture, nowMs: number): Taken {
  // While an answer is due the loss may have been that answer: the time-out asks again, at a bounded rate.
  return picture.sync.kind === 'awaiting'
    ? { picture, mustAsk: false }
    : askForChanges(picture, nowMs);
}

function takeFrame(picture: Picture, frame: StreamFrame, nowMs: number): Taken {
  switch (frame.kind) {
    case 'hello':
      return { picture: takeHello(picture, frame.hello, nowMs), mustAsk: false };
    case 'snapshot':
      return { picture: takeSnapshot(picture, frame.snapshot, nowMs), mustAsk: false };
    case 'changes':
      return takeChanges(picture, frame.frame, nowMs);
    case 'heartbeat':
      return takeHeartbeat(picture, frame.heartbeat, nowMs);
    default:
      return assertNever(frame);
  }
}

/** The handshake has already said where this client stands: its answer is on the way. */
function takeHello(picture: Picture, hello: Hello, nowMs: number): Picture {
  const { model, sync } = picture;
  const greeted: Picture = { ...picture, greeting: hello, headSeq: hello.headSeq, heartbeatSeq: 0 };
  const isSameLog = picture.hello?.streamId === hello.streamId;
  // A log shorter than what this client has seen is a restored one.
  if (!isSameLog || model === null || model.seq > hello.headSeq) {
    return {
      ...greeted,
      sync: { kind: 'awaiting', want: 'snapshot', minSeq: 0, askedAtMs: nowMs },
    };
  }
  // What only a snapshot could mend before this connection, only a snapshot mends now.
  const want = sync.kind === 'awaiting' ? sync : ({ kind: 'awaiting', want: 'changes' } as const);
  return { ...greeted, hello, sync: { ...want, askedAtMs: nowMs } };
}

function takeSnapshot(picture: Picture, snapshot: Snapshot, nowMs: number): Picture {
  const { sync, hello, greeting } = picture;
  const minSeq =
    sync.kind === 'awaiting' && sync.want === 'snapshot' ? sync.minSeq : (picture.model?.seq ?? 0);
  if (snapshot.seq < minSeq) return picture;
  const ticker = hello?.streamId === greeting?.streamId ? picture.ticker : [];
  return settle({ ...picture, hello: greeting, model: modelFromSnapshot(snapshot), ticker }, nowMs);
}

function takeChanges(picture: Picture, { changes, headSeq }: ChangesFrame, nowMs: number): Taken {
  const { model, sync } = picture;
  const isAwaitingSnapshot = sync.kind === 'awaiting' && sync.want === 'snapshot';
  if (model === null || isAwaitingSnapshot) return { picture, mustAsk: false };

  const result = applyChanges(model, changes);
  const applied = changes.filter(({ seq }) => seq > model.seq && seq <= result.model.seq);
  const next: Picture = {
    ...picture,
    model: result.model,
    headSeq: Math.max(picture.headSeq, headSeq),
    ticker: extendTicker(picture.ticker, applied),
  };
  switch (result.kind) {
    case 'applied':
      if (sync.kind === 'synced') return { picture: next, mustAsk: false };
      return {
        picture: result.model === model ? settleIfWhole(next) : settle(next, nowMs),
        mustAsk: false,
      };
    case 'gap':
      return sync.kind === 'synced'
        ? askForChanges(next, nowMs)
        : { picture: next, mustAsk: false };
    case 'needs_snapshot':
      return {
        picture: {
          ...next,
          sync: {
            kind: 'awaiting',
            want: 'snapshot',
            minSeq: result.model.seq + 1,
            askedAtMs: nowMs,
          },
        },
        mustAsk: true,
      };
    default:
      return assertNever(result);
  }
}

function takeHeartbeat(picture: Picture, { headSeq }: Heartbeat, nowMs: number): Taken {
  const { sync, model } = picture;
  const next: Picture = {
    ...picture,
    headSeq: Math.max(picture.headSeq, headSeq),
    heartbeatSeq: headSeq,
  };
  if (sync.kind === 'awaiting') {
    const isOverdue = nowMs - sync.askedAtMs >= ANSWER_TIMEOUT_MS;
    return isOverdue
      ? { picture: { ...next, sync: { ...sync, askedAtMs: nowMs } }, mustAsk: true }
      : { picture: next, mustAsk: false };
  }
  // The last heartbeat named changes that are still not here: the end of the log was lost on the way.
  const isTailLost = model !== null && model.seq < picture.heartbeatSeq;
  return isTailLost ? askForChanges(next, nowMs) : { picture: next, mustAsk: false };
}

function askForChanges(picture: Picture, nowMs: number): Taken {
  return {
    picture: { ...picture, sync: { kind: 'awaiting', want: 'changes', askedAtMs: nowMs } },
    mustAsk: true,
  };
}

/** Synced once all that the server spoke of is here; before that the wait begins anew with every step forward. */
function settle(picture: Picture, nowMs: number): Picture {
  return settleIfWhole({
    ...picture,
    sync: { kind: 'awaiting', want: 'changes', askedAtMs: nowMs },
  });
}

function settleIfWhole(picture: Picture): Picture {
  const isWhole = picture.model !== null && picture.model.seq >= picture.headSeq;
  return isWhole ? { ...picture, sync: { kind: 'synced' } } : picture;
}
