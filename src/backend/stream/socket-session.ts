import type { Change } from '@shared/protocol/changes';
import type { Snapshot } from '@shared/protocol/snapshot';
import { type ChangesFrame, MAX_RESUME_CHANGES, type ResumePoint } from '@shared/protocol/stream';

import type { Clock } from '../clock';
import type { Log } from '../log';
import type { AudienceStream } from './audience-stream';
import type { Publisher } from './publisher';
import { chooseResume } from './resume';
import type { CutReason, StreamWatch } from './stream-watch';

const CHUNK_SIZE = 1_000;
/** A socket that asks again sooner is answered this long after the answer before; its latest wish counts. */
const MIN_RESUME_INTERVAL_MS = 1_000;
/** While more than this waits to be read by the client, a resume sends no further chunk. */
const LOW_WATER_BYTES = 1_048_576;
const DRAIN_POLL_MS = 50;
const DRAIN_LIMIT_MS = 15_000;

/** What a session needs of its socket. */
export interface Outlet {
  sendChanges(frame: ChangesFrame): void;
  /** Adds the latest positions. */
  sendSnapshot(snapshot: Snapshot): void;
  /** From now on the live batches reach this socket, after all that was sent before. */
  joinLive(): void;
  leaveLive(): void;
  bufferedBytes(): number;
  /** End the connection so that the client connects anew. */
  cut(reason: CutReason): void;
}

/**
 * Where a socket stands towards the publisher. Live batches reach it in `live` only, which it enters in the
 * very turn of the event loop in which its cursor equals the publisher's: nothing is lost or sent twice.
 */
export type SessionState =
  /** Being answered from the log. */
  | { kind: 'reading' }
  /** Read further in the log than the publisher has come; waits for it. */
  | { kind: 'ahead'; cursor: number }
  | { kind: 'live' }
  | { kind: 'closed' };

export interface SocketSession {
  state(): SessionState;
  /** Send what is missing after the point, then go live. */
  resume(point: ResumePoint | null): void;
  /** To be called after the batch has gone to the live sockets, as they were sent it. */
  onPublished(batch: readonly Change[]): void;
  close(): void;
}

interface Deps {
  outlet: Outlet;
  /** The log as this socket's audience is told of it. */
  stream: Pick<AudienceStream, 'readHead' | 'readChangesAfter' | 'readSnapshot'>;
  publisher: Pick<Publisher, 'seq'>;
  watch: Pick<StreamWatch, 'resumed'>;
  clock: Clock;
  log: Log;
}

export function createSocketSession({
  outlet,
  stream,
  publisher,
  watch,
  clock,
  log,
}: Deps): SocketSession {
  let state: SessionState = { kind: 'reading' };
  let wanted: { point: ResumePoint | null } | null = null;
  let isAnswering = false;
  let lastAnswerMs = Number.NEGATIVE_INFINITY;
  let isFirstAnswer = true;

  async function answerWanted(): Promise<void> {
    if (isAnswering) return;
    isAnswering = true;
    try {
      while (wanted !== null) {
        // Bounded, lest a clock that was set back keeps the client waiting.
        await pause(
          Math.min(lastAnswerMs + MIN_RESUME_INTERVAL_MS - clock.nowMs(), MIN_RESUME_INTERVAL_MS),
        );
        lastAnswerMs = clock.nowMs();
        const wish = takeWanted();
        if (wish !== null) await answer(wish.point);
      }
    } catch (error) {
      log.warn({ err: error }, 'a resume could not be answered; the client will connect anew');
      outlet.cut('resume_failed');
    } finally {
      isAnswering = false;
    }
  }

  function takeWanted(): { point: ResumePoint | null } | null {
    const wish = wanted;
    wanted = null;
    return wish;
  }

  async function answer(point: ResumePoint | null): Promise<void> {
    let cursor = await sendOpening(point);
    while (isOpen() && wanted === null && cursor < publisher.seq()) {
      if (!(await hasDrained())) {
        log.warn(
          { bufferedBytes: outlet.bufferedBytes() },
          'a client does not read its resume; cut',
        );
        outlet.cut('resume_unread');
        return;
      }
      const changes = await stream.readChangesAfter(cursor, CHUNK_SIZE);
      cursor = sendChanges(changes, cursor);
    }
    // No await since the comparison above: a batch is either behind the cursor or still to come.
    if (isOpen() && wanted === null) meetPublisher(cursor);
  }

  /** @returns the seq up to which the client now has everything */
  async function sendOpening(point: ResumePoint | null): Promise<number> {
    const choice = chooseResume(point, await stream.readHead(), MAX_RESUME_CHANGES);
    if (choice.kind === 'changes') {
      const changes = await stream.readChangesAfter(choice.afterSeq, CHUNK_SIZE);
      const reachesBack = choice.missing === 0 || changes[0]?.seq === choice.afterSeq + 1;
      if (reachesBack) {
        noteAnswer('changes');
        return sendChanges(changes, choice.afterSeq);
      }
    }
    const snapshot = await stream.readSnapshot();
    noteAnswer('snapshot');
    if (isOpen()) outlet.sendSnapshot(snapshot);
    return snapshot.seq;
  }

  function noteAnswer(answer: 'changes' | 'snapshot'): void {
    watch.resumed(answer, isFirstAnswer ? 'connect' : 'asked');
    isFirstAnswer = false;
  }

  function sendChanges(changes: Change[], afterSeq: number): number {
    const cursor = changes.at(-1)?.seq ?? afterSeq;
    if (isOpen()) outlet.sendChanges({ changes, headSeq: Math.max(cursor, publisher.seq()) });
    return cursor;
  }

  function meetPublisher(cursor: number): void {
    if (cursor > publisher.seq()) {
      state = { kind: 'ahead', cursor };
    } else {
      state = { kind: 'live' };
      outlet.joinLive();
    }
  }

  async function hasDrained(): Promise<boolean> {
    for (
      let waitedMs = 0;
      isOpen() && outlet.bufferedBytes() > LOW_WATER_BYTES;
      waitedMs += DRAIN_POLL_MS
    ) {
      if (waitedMs >= DRAIN_LIMIT_MS) return false;
      await pause(DRAIN_POLL_MS);
    }
    return true;
  }

  // A function, because the compiler does not see that `state` can change during an await.
  function isOpen(): boolean {
    return state.kind !== 'closed';
  }

  return {
    state: () => state,
    resume(point) {
      if (!isOpen()) return;
      if (state.kind === 'live') outlet.leaveLive();
      state = { kind: 'reading' };
      wanted = { point };
      void answerWanted();
    },
    onPublished(batch) {
      if (state.kind !== 'ahead') return;
      const { cursor } = state;
      const changes = batch.filter((change) => change.seq > cursor);
      if (changes.length > 0) sendChanges(changes, cursor);
      meetPublisher(changes.at(-1)?.seq ?? cursor);
    },
    close() {
      state = { kind: 'closed' };
      wanted = null;
    },
  };
}

async function pause(durationMs: number): Promise<void> {
  if (durationMs > 0) await new Promise((resolve) => setTimeout(resolve, durationMs));
}
