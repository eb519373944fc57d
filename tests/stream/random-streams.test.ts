import { describe, expect, it } from 'vitest';

import { modelFromSnapshot } from '../../src/renderer/live/model-from-snapshot';
import { canonicalModelText } from '../../src/renderer/live/model-hash';
import { ANSWER_TIMEOUT_MS } from '../../src/renderer/live/take-frames';
import { createModelServer, type ModelServer } from './model-server';
import { stepAtRandom } from './random-operations';
import { createRoughLine, type RoughLine, type Roughness } from './rough-line';
import { createSeededRandom, type SeededRandom } from './seeded-random';

const START_MS = Date.UTC(2026, 10, 24, 7);
const CLIENTS = 3;
const STEPS = 150;
/** Comparing whole states is what takes the time. */
const CHECK_EVERY = 5;
const CALM: Roughness = { loss: 0, duplication: 0, reordering: 0 };
/** Another run of the same: `STREAM_SEED=1234 npx vitest run tests/stream`. */
const FIRST_SEED = Number(process.env['STREAM_SEED'] ?? 1);
const RUNS = process.env['STREAM_SEED'] === undefined ? 300 : 1;

describe('a client at the end of a bad line', () => {
  const seeds = Array.from({ length: RUNS }, (_, index) => FIRST_SEED + index);

  it.each(seeds)('has the server’s state once the line is good again (seed %d)', (seed) => {
    const random = createSeededRandom(seed);
    const roughness: Roughness = {
      loss: random.next() * 0.4,
      duplication: random.next() * 0.4,
      reordering: random.next() * 0.6,
    };
    let server = createModelServer(`log-${String(seed)}`, START_MS);
    const lines = Array.from({ length: CLIENTS }, createRoughLine);

    for (let step = 0; step < STEPS; step += 1) {
      server = interfere(server, lines, random);
      stepAtRandom(server, random);
      for (const line of lines) {
        if (random.chance(0.7)) line.publish(server);
        if (random.chance(0.3)) line.heartbeat(server);
        line.deliver(server, random, roughness);
        if (step % CHECK_EVERY === 0) expectStateOfTheLog(line, server);
      }
    }
    for (const line of lines) calmDown(line, server, random);

    const truth = canonicalModelText(modelFromSnapshot(server.snapshot()));
    for (const line of lines) {
      const { model, sync } = line.picture();
      expect(sync, `seed ${String(seed)}`).toEqual({ kind: 'synced' });
      expect(model === null ? '' : canonicalModelText(model), `seed ${String(seed)}`).toBe(truth);
    }
  });
});

/** What happens to rooms: clients reconnect, a log is cut short, the database is replaced by another one. */
function interfere(
  server: ModelServer,
  lines: readonly RoughLine[],
  random: SeededRandom,
): ModelServer {
  if (random.chance(0.02)) server.trimLog(random.integer(0, 20));
  const isReplaced = random.chance(0.005);
  const current = isReplaced
    ? createModelServer(`log-${String(random.next())}`, server.nowMs())
    : server;
  for (const line of lines) {
    const isFirst = line.picture().hello === null;
    if (isFirst || isReplaced || random.chance(0.04)) line.connect(current);
  }
  return current;
}

/** Invariant: a client that has come as far as the server has the server's state, however it got there. */
function expectStateOfTheLog(line: RoughLine, server: ModelServer): void {
  const { model, hello } = line.picture();
  if (model === null || hello?.streamId !== server.hello().streamId) return;
  if (model.seq !== server.headSeq()) return;
  expect(canonicalModelText(model)).toBe(canonicalModelText(modelFromSnapshot(server.snapshot())));
}

/** The line is good from here on: heartbeats are enough to notice and mend whatever is missing. */
function calmDown(line: RoughLine, server: ModelServer, random: SeededRandom): void {
  line.publish(server);
  for (let beat = 0; beat < 12; beat += 1) {
    server.advance(ANSWER_TIMEOUT_MS / 2);
    line.heartbeat(server);
    while (!line.isIdle()) line.deliver(server, random, CALM);
  }
}
