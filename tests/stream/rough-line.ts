import type { Change } from '@shared/protocol/changes';

import type { StreamFrame } from '../../src/renderer/live/frames';
import { emptyPicture, type Picture, resumePointOf } from '../../src/renderer/live/picture';
import { type Taken, takeFrames } from '../../src/renderer/live/take-frames';
import type { ServerView } from './model-server';
import type { SeededRandom } from './seeded-random';

/** How badly a line treats what it carries; probabilities per frame. */
export interface Roughness {
  loss: number;
  duplication: number;
  reordering: number;
}

/**
 * One client at the end of a bad line: what the server sends it waits here and is lost, repeated or out of
 * order on its way. What the client asks reaches the server at once.
 */
export interface RoughLine {
  picture(): Picture;
  /** Hand shake anew: what was under way is gone with the old connection. */
  connect(server: ServerView): void;
  /** The server publishes the changes since the last call. */
  publish(server: ServerView): void;
  heartbeat(server: ServerView): void;
  /** Some of what is under way arrives. */
  deliver(server: ServerView, random: SeededRandom, roughness: Roughness): void;
  isIdle(): boolean;
}

export function createRoughLine(): RoughLine {
  let picture = emptyPicture();
  let underWay: StreamFrame[] = [];
  let publishedSeq = 0;

  const answer = (server: ServerView): void => {
    const reply = server.answer(resumePointOf(picture));
    publishedSeq = server.headSeq();
    underWay.push(
      reply.kind === 'snapshot'
        ? { kind: 'snapshot', snapshot: reply.snapshot }
        : changesFrame(server, reply.changes),
    );
  };
  const take = (server: ServerView, taken: Taken): void => {
    picture = taken.picture;
    if (taken.mustAsk) answer(server);
  };

  return {
    picture: () => picture,
    connect: (server) => {
      underWay = [];
      // A hello is the first frame of its connection and cannot be lost without the connection.
      take(server, takeFrames(picture, [{ kind: 'hello', hello: server.hello() }], server.nowMs()));
      answer(server);
    },
    publish: (server) => {
      const changes = server.changesAfter(publishedSeq);
      publishedSeq = server.headSeq();
      if (changes.length > 0) underWay.push(changesFrame(server, changes));
    },
    heartbeat: (server) => {
      underWay.push({
        kind: 'heartbeat',
        heartbeat: { serverTime: server.now(), headSeq: server.headSeq() },
      });
    },
    deliver: (server, random, roughness) => {
      const count = random.integer(0, underWay.length);
      const onTheWay = underWay.splice(0, count);
      const ordered = random.chance(roughness.reordering) ? random.shuffle(onTheWay) : onTheWay;
      const arriving = ordered.flatMap((frame) => {
        if (random.chance(roughness.loss)) return [];
        return random.chance(roughness.duplication) ? [frame, frame] : [frame];
      });
      take(server, takeFrames(picture, arriving, server.nowMs()));
    },
    isIdle: () => underWay.length === 0,
  };
}

function changesFrame(server: ServerView, changes: Change[]): StreamFrame {
  return { kind: 'changes', frame: { changes, headSeq: server.headSeq() } };
}
