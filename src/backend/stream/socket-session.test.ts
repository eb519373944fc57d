import type { ChangesFrame } from '@shared/protocol/stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { systemClock } from '../clock';
import { silentLog } from '../log';
import { createSocketSession, type Outlet, type SocketSession } from './socket-session';
import { createMemoryChangeSource, type MemoryChangeSource } from './testing/memory-change-source';

let source: MemoryChangeSource;
let sent: string[];
let answers: string[];
let publishedSeq: number;
let buffered: number;
let session: SocketSession;

const outlet: Outlet = {
  sendChanges: (frame) => sent.push(wordsOf(frame)),
  sendSnapshot: (snapshot) => sent.push(`snapshot ${snapshot.seq}`),
  joinLive: () => sent.push('live'),
  leaveLive: () => sent.push('not live'),
  bufferedBytes: () => buffered,
  cut: (reason) => sent.push(`cut ${reason}`),
};

function wordsOf({ changes }: ChangesFrame): string {
  const first = changes.at(0);
  return first === undefined
    ? 'changes none'
    : `changes ${first.seq}-${first.seq + changes.length - 1}`;
}

/** To the room, all of it is told. */
const readTold = async (seq: number, limit: number) =>
  (await source.readChangesAfter(seq, limit)).map(({ change }) => change);

/** The publisher's next batch, up to this seq. */
async function publish(toSeq: number): Promise<void> {
  const batch = await readTold(publishedSeq, toSeq - publishedSeq);
  publishedSeq = toSeq;
  session.onPublished(batch);
}

beforeEach(() => {
  vi.useFakeTimers();
  source = createMemoryChangeSource();
  sent = [];
  answers = [];
  publishedSeq = 0;
  buffered = 0;
  session = createSocketSession({
    outlet,
    stream: {
      readHead: () => source.readHead(),
      readChangesAfter: readTold,
      readSnapshot: () => source.readSnapshot(),
    },
    publisher: { seq: () => publishedSeq },
    watch: { resumed: (answer, cause) => void answers.push(`${answer} ${cause}`) },
    clock: systemClock,
    log: silentLog,
  });
});
afterEach(() => {
  session.close();
  vi.useRealTimers();
});

const settle = () => vi.advanceTimersByTimeAsync(0);

describe('createSocketSession', () => {
  it('gives a newcomer a snapshot and goes live when the publisher is there', async () => {
    source.commit(3);
    publishedSeq = 3;
    session.resume(null);
    await settle();
    expect(sent).toEqual(['snapshot 3', 'live']);
  });

  it('answers a client that misses nothing with an empty frame, so that it knows', async () => {
    source.commit(3);
    publishedSeq = 3;
    session.resume({ streamId: 'log-a', lastSeq: 3 });
    await settle();
    expect(sent).toEqual(['changes none', 'live']);
  });

  it('sends a long gap in chunks, up to the publisher', async () => {
    source.commit(2_500);
    publishedSeq = 2_500;
    session.resume({ streamId: 'log-a', lastSeq: 10 });
    await settle();
    expect(sent).toEqual(['changes 11-1010', 'changes 1011-2010', 'changes 2011-2500', 'live']);
  });

  it('gives a snapshot where the log no longer reaches back', async () => {
    source.commit(10);
    publishedSeq = 10;
    source.prune(5);
    session.resume({ streamId: 'log-a', lastSeq: 3 });
    await settle();
    expect(sent).toEqual(['snapshot 10', 'live']);
  });

  it('waits for the publisher when it has read further, and takes only the rest of a batch that straddles', async () => {
    source.commit(5);
    publishedSeq = 2;
    session.resume(null);
    await settle();
    source.commit(3);
    await publish(4);
    expect(sent).toEqual(['snapshot 5']);
    await publish(8);
    expect(sent).toEqual(['snapshot 5', 'changes 6-8', 'live']);
  });

  it('reads on what was published while it was reading', async () => {
    source.commit(2);
    publishedSeq = 2;
    vi.spyOn(source, 'readSnapshot').mockImplementationOnce(async () => {
      const snapshot = await createMemoryChangeSource().readSnapshot();
      source.commit(4);
      publishedSeq = 6;
      return { ...snapshot, seq: 2 };
    });
    session.resume(null);
    await settle();
    expect(sent).toEqual(['snapshot 2', 'changes 3-6', 'live']);
  });

  it('answers a client that asks again at once after a second, and only its latest wish', async () => {
    source.commit(9);
    publishedSeq = 9;
    session.resume(null);
    await settle();
    for (let lastSeq = 0; lastSeq <= 8; lastSeq += 1)
      session.resume({ streamId: 'log-a', lastSeq });
    await vi.advanceTimersByTimeAsync(999);
    expect(sent).toEqual(['snapshot 9', 'live', 'not live']);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toEqual(['snapshot 9', 'live', 'not live', 'changes 9-9', 'live']);
  });

  it('tells what each answer was, and whether the socket had just connected', async () => {
    source.commit(9);
    publishedSeq = 9;
    session.resume(null);
    await settle();
    session.resume({ streamId: 'log-a', lastSeq: 3 });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(answers).toEqual(['snapshot connect', 'changes asked']);
  });

  it('sends nothing more after its socket closed', async () => {
    source.commit(1);
    session.resume(null);
    session.close();
    await settle();
    expect(sent).toEqual([]);
    expect(session.state()).toEqual({ kind: 'closed' });
  });

  it('cuts a client that does not read its resume, without reading on for it', async () => {
    source.commit(5_000);
    publishedSeq = 5_000;
    buffered = 2_000_000;
    session.resume({ streamId: 'log-a', lastSeq: 0 });
    await vi.advanceTimersByTimeAsync(16_000);
    expect(sent).toEqual(['changes 1-1000', 'cut resume_unread']);
  });

  it('cuts the connection when the log cannot be read, so that the client tries again', async () => {
    source.fail(new Error('database is gone'));
    session.resume(null);
    await settle();
    expect(sent).toEqual(['cut resume_failed']);
  });
});
