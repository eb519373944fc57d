import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { LoggedIncident } from './interpret-row';

/** An incident with the line of the log it stands on. */
export interface SpooledIncident {
  line: number;
  incident: LoggedIncident;
}

export interface FeedSpool {
  add(spooled: SpooledIncident): Promise<void>;
  size(): number;
  /** By time of receipt, then as added; one at a time is in memory. */
  inOrder(): AsyncGenerator<SpooledIncident>;
  /** Unix ms of receipt, ascending. */
  receivedMs(): Float64Array;
  close(): Promise<void>;
}

/**
 * A log that is read once and played in order of time: the incidents wait in a temporary file, and only
 * where each one lies is in memory, 16 bytes apiece. They hold no caller's data: a profile reads none.
 */
export async function openFeedSpool(): Promise<FeedSpool> {
  const directory = await mkdtemp(join(tmpdir(), 'cc-feed-'));
  const file = await open(join(directory, 'incidents.jsonl'), 'w+');
  const index = createIndex();
  let end = 0;
  return {
    async add(spooled) {
      const bytes = Buffer.from(`${JSON.stringify(spooled)}\n`);
      await file.write(bytes, 0, bytes.length, end);
      index.push(Date.parse(spooled.incident.receivedAt), end);
      end += bytes.length;
    },
    size: () => index.size(),
    async *inOrder() {
      for (const nth of index.inOrder())
        yield await readAt(file, index.offsetOf(nth), index.offsetOf(nth + 1) ?? end);
    },
    receivedMs: () => index.sortedTimes(),
    async close() {
      await file.close();
      await rm(directory, { recursive: true });
    },
  };
}

async function readAt(
  file: FileHandle,
  start: number | undefined,
  end: number,
): Promise<SpooledIncident> {
  const from = start ?? end;
  const { buffer } = await file.read(Buffer.alloc(end - from), 0, end - from, from);
  // Written by `add` above, a moment ago, by this process.
  return JSON.parse(buffer.toString('utf8')) as SpooledIncident;
}

const FIRST_CAPACITY = 1_024;

/** Time and place in the file of each incident, in two arrays of numbers that grow by doubling. */
function createIndex() {
  let times = new Float64Array(FIRST_CAPACITY);
  let offsets = new Float64Array(FIRST_CAPACITY);
  let size = 0;
  const grown = (array: Float64Array): Float64Array<ArrayBuffer> => {
    const larger = new Float64Array(array.length * 2);
    larger.set(array);
    return larger;
  };
  return {
    size: () => size,
    push(timeMs: number, offset: number): void {
      if (size === times.length) {
        times = grown(times);
        offsets = grown(offsets);
      }
      times[size] = timeMs;
      offsets[size] = offset;
      size += 1;
    },
    offsetOf: (nth: number): number | undefined => (nth < size ? offsets[nth] : undefined),
    inOrder: (): Uint32Array =>
      Uint32Array.from({ length: size }, (_, nth) => nth).sort(
        (a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b,
      ),
    sortedTimes: (): Float64Array => times.slice(0, size).sort(),
  };
}
