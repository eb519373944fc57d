import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { systemClock } from '../clock';
import { silentLog } from '../log';
import { type ChangeBatch, type Publisher, startPublisher } from './publisher';
import { createMemoryChangeSource, type MemoryChangeSource } from './testing/memory-change-source';

let source: MemoryChangeSource;
let publisher: Publisher;
let published: number[];

function start(fromSeq = 0): void {
  publisher = startPublisher({ source, fromSeq, clock: systemClock, log: silentLog });
  publisher.subscribe((batch) => published.push(...batch.map(({ change }) => change.seq)));
}

beforeEach(() => {
  vi.useFakeTimers();
  source = createMemoryChangeSource();
  published = [];
});
afterEach(async () => {
  await publisher.stop();
  vi.useRealTimers();
});

describe('startPublisher', () => {
  it('publishes each commit at once, in order, from the change after its start', async () => {
    source.commit(3);
    start(2);
    await vi.advanceTimersByTimeAsync(0);
    source.commit(2);
    await vi.advanceTimersByTimeAsync(0);
    expect(published).toEqual([3, 4, 5]);
    expect(publisher.seq()).toBe(5);
  });

  it('reads a long log in bounded batches', async () => {
    const batches: ChangeBatch[] = [];
    source.commit(1_200);
    start();
    publisher.subscribe((batch) => batches.push(batch));
    await vi.advanceTimersByTimeAsync(0);
    expect(batches.map((batch) => batch.length)).toEqual([500, 500, 200]);
    expect(published).toEqual(Array.from({ length: 1_200 }, (_, index) => index + 1));
  });

  it('finds by its poll what nobody announced', async () => {
    const silent = { ...source, onCommit: () => () => undefined };
    publisher = startPublisher({ source: silent, fromSeq: 0, clock: systemClock, log: silentLog });
    publisher.subscribe((batch) => published.push(...batch.map(({ change }) => change.seq)));
    await vi.advanceTimersByTimeAsync(0);
    source.commit(1);
    await vi.advanceTimersByTimeAsync(999);
    expect(published).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(published).toEqual([1]);
  });

  it('stops calling itself current while the log cannot be read, then publishes what was missed', async () => {
    start();
    await vi.advanceTimersByTimeAsync(0);
    expect(publisher.isCurrent()).toBe(true);
    source.fail(new Error('database is gone'));
    source.commit(2);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(publisher.isCurrent()).toBe(false);
    expect(published).toEqual([]);
    source.fail(null);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(publisher.isCurrent()).toBe(true);
    expect(published).toEqual([1, 2]);
  });

  it('backs off while the log cannot be read, however many commits are announced', async () => {
    const read = vi.spyOn(source, 'readChangesAfter');
    source.fail(new Error('database is gone'));
    start();
    for (let second = 0; second < 20; second += 1) {
      source.commit(1);
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(read.mock.calls.length).toBeLessThan(10);
  });

  it('publishes nothing past a hole in the log', async () => {
    source.commit(5);
    source.prune(2);
    start();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(published).toEqual([]);
    expect(publisher.isCurrent()).toBe(false);
  });

  it('does not call itself current when a read hangs', async () => {
    start();
    await vi.advanceTimersByTimeAsync(0);
    vi.spyOn(source, 'readChangesAfter').mockReturnValueOnce(
      new Promise((resolve) => setTimeout(() => resolve([]), 60_000)),
    );
    await vi.advanceTimersByTimeAsync(5_000);
    expect(publisher.isCurrent()).toBe(false);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(publisher.isCurrent()).toBe(true);
  });
});
