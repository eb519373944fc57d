import type { Audience } from '@shared/domain/audience';
import { sightOfIncident } from '@shared/domain/disclosure';
import { describe, expect, it } from 'vitest';

import { modelFromSnapshot } from '../../src/renderer/live/model-from-snapshot';
import { canonicalModelText } from '../../src/renderer/live/model-hash';
import { ANSWER_TIMEOUT_MS } from '../../src/renderer/live/take-frames';
import { createModelServer, type ModelServer, POLICY } from './model-server';
import { stepAtRandom } from './random-operations';
import { createRoughLine, type RoughLine, type Roughness } from './rough-line';
import { createSeededRandom, type SeededRandom } from './seeded-random';

const START_MS = Date.UTC(2026, 10, 24, 7);
const CLIENTS = 4;
const STEPS = 150;
/** Comparing whole states is what takes the time. */
const CHECK_EVERY = 5;
const CALM: Roughness = { loss: 0, duplication: 0, reordering: 0 };
/** Another run of the same: `STREAM_SEED=1234 npx vitest run tests/stream`. */
const FIRST_SEED = Number(process.env['STREAM_SEED'] ?? 1);
const RUNS = process.env['STREAM_SEED'] === undefined ? 300 : 1;

const AUDIENCES: readonly Audience[] = [
  { kind: 'room' },
  { kind: 'opd', agencyCode: 'damkar' },
  { kind: 'opd', agencyCode: 'psc' },
  { kind: 'opd', agencyCode: 'dlh' },
  { kind: 'executive' },
  { kind: 'display', displayClass: 'room' },
  { kind: 'display', displayClass: 'public' },
];

/** A client, and as whom it is connected now. */
interface Client {
  line: RoughLine;
  audience: Audience;
}

describe('a client at the end of a bad line', () => {
  const seeds = Array.from({ length: RUNS }, (_, index) => FIRST_SEED + index);

  it.each(seeds)(
    'has the server’s state as its audience is told of it, once the line is good again (seed %d)',
    (seed) => {
      const random = createSeededRandom(seed);
      const roughness: Roughness = {
        loss: random.next() * 0.4,
        duplication: random.next() * 0.4,
        reordering: random.next() * 0.6,
      };
      let server = createModelServer(`log-${String(seed)}`, START_MS);
      const clients = Array.from({ length: CLIENTS }, (_, index): Client => {
        const audience = AUDIENCES[(seed + index) % AUDIENCES.length] ?? { kind: 'room' };
        return { line: createRoughLine(), audience };
      });

      for (let step = 0; step < STEPS; step += 1) {
        server = interfere(server, clients, random);
        stepAtRandom(server, random);
        for (const { line, audience } of clients) {
          const view = server.as(audience);
          if (random.chance(0.7)) line.publish(view);
          if (random.chance(0.3)) line.heartbeat(view);
          line.deliver(view, random, roughness);
        }
        if (step % CHECK_EVERY === 0) for (const client of clients) expectTheState(client, server);
      }

      for (const client of clients) {
        calmDown(client, server, random);
        const { model, sync } = client.line.picture();
        const truth = canonicalModelText(modelFromSnapshot(server.as(client.audience).snapshot()));
        expect(sync, `seed ${String(seed)}`).toEqual({ kind: 'synced' });
        expect(model === null ? '' : canonicalModelText(model), `seed ${String(seed)}`).toBe(truth);
        expectNothingWithheld(client, server);
      }
    },
  );
});

/**
 * What happens to rooms: clients reconnect, at times as somebody else, a log is cut short, the database is
 * replaced by another one.
 */
function interfere(
  server: ModelServer,
  clients: readonly Client[],
  random: SeededRandom,
): ModelServer {
  if (random.chance(0.02)) server.trimLog(random.integer(0, 20));
  const isReplaced = random.chance(0.005);
  const current = isReplaced
    ? createModelServer(`log-${String(random.next())}`, server.nowMs())
    : server;
  for (const client of clients) {
    const isFirst = client.line.picture().hello === null;
    const isSomebodyElse = random.chance(0.01);
    if (isSomebodyElse) client.audience = random.pick(AUDIENCES) ?? client.audience;
    if (isFirst || isReplaced || isSomebodyElse || random.chance(0.04))
      client.line.connect(current.as(client.audience));
  }
  return current;
}

/** Invariant: a client that has come as far as the server has the server's state, however it got there. */
function expectTheState({ line, audience }: Client, server: ModelServer): void {
  const view = server.as(audience);
  const { model, hello } = line.picture();
  if (model === null || hello?.streamId !== view.hello().streamId) return;
  if (model.seq !== view.headSeq()) return;
  expect(canonicalModelText(model)).toBe(canonicalModelText(modelFromSnapshot(view.snapshot())));
}

/** Invariant: what a client has of an incident is no more than its audience may see. */
function expectNothingWithheld({ line, audience }: Client, server: ModelServer): void {
  for (const told of line.picture().model?.incidents.values() ?? []) {
    const truth = server.tables.incidents.get(told.id);
    if (truth === undefined) continue;
    const sight = sightOfIncident(audience, truth, POLICY);
    expect(sight).not.toBe('hidden');
    if (sight === 'whole') continue;
    expect(told.provenance).toBeNull();
    if (sight === 'forwarded') continue;
    if (truth.lngLat !== null) expect(told.lngLat).not.toEqual(truth.lngLat);
    if (sight === 'dimmed') expect(told).toMatchObject({ categoryCode: '•••', agencyCodes: [] });
  }
}

/** The line is good from here on: heartbeats are enough to notice and mend whatever is missing. */
function calmDown({ line, audience }: Client, server: ModelServer, random: SeededRandom): void {
  const view = server.as(audience);
  line.publish(view);
  for (let beat = 0; beat < 12; beat += 1) {
    server.advance(ANSWER_TIMEOUT_MS / 2);
    line.heartbeat(view);
    while (!line.isIdle()) line.deliver(view, random, CALM);
  }
}
