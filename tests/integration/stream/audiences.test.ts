import type { Audience } from '@shared/domain/audience';
import { createDisclosurePolicy } from '@shared/domain/disclosure';
import type { LngLat } from '@shared/domain/lng-lat';
import { HOUR_MS } from '@shared/domain/time';
import { renderSnapshot } from '@shared/protocol/render-snapshot';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { Credential } from '../../../src/backend/access/access-list';
import { machineIdentity } from '../../../src/backend/access/identity';
import { startVeils } from '../../../src/backend/positions/start-veils';
import { readSnapshot } from '../../../src/backend/store/snapshot';
import { storeChangeSource } from '../../../src/backend/stream/store-change-source';
import { modelFromSnapshot } from '../../../src/renderer/live/model-from-snapshot';
import { canonicalModelText } from '../../../src/renderer/live/model-hash';
import { createSeededRandom, type SeededRandom } from '../../stream/seeded-random';
import { tokenOf } from '../../support/principals';
import { openTestBackend, type TestBackend } from '../../support/test-backend';
import { type AudienceClient, connectAudienceClient } from './audience-client';
import { createSecretCity } from './secret-city';
import { until } from './stream-client';
import { type StreamServer, startStreamServer } from './stream-server';

const STEPS = 150;
const CHECK_EVERY = 50;

const STRANGERS = [
  {
    token: 'public-token',
    identity: machineIdentity({ role: 'display', id: 'layar', displayClass: 'public' }),
  },
  {
    token: 'psc-token',
    identity: machineIdentity({ role: 'opd', id: 'meja-psc', agencyCode: 'psc' }),
  },
  {
    token: 'dlh-token',
    identity: machineIdentity({ role: 'opd', id: 'meja-dlh', agencyCode: 'dlh' }),
  },
] as const satisfies readonly Credential[];

const AUDIENCES: readonly [Audience, token: string][] = [
  [{ kind: 'room' }, tokenOf('supervisor')],
  [{ kind: 'opd', agencyCode: 'damkar' }, tokenOf('opd')],
  [{ kind: 'opd', agencyCode: 'psc' }, 'psc-token'],
  [{ kind: 'opd', agencyCode: 'dlh' }, 'dlh-token'],
  [{ kind: 'executive' }, tokenOf('executive')],
  [{ kind: 'display', displayClass: 'room' }, tokenOf('display')],
  [{ kind: 'display', displayClass: 'public' }, 'public-token'],
];

let backend: TestBackend;
let server: StreamServer | null = null;
let clients: AudienceClient[] = [];
beforeAll(async () => {
  backend = await openTestBackend();
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await server?.stop();
  server = null;
});
afterAll(() => backend.store.close());

describe('over the real gateway, on a random history full of secrets', () => {
  it.each([1, 2, 3])(
    'each audience has its state, and no byte of what it may not know (seed %i)',
    async (seed) => {
      const random = createSeededRandom(seed);
      const city = createSecretCity(backend, random);
      const veils = await startVeils(backend.store, backend.clock, backend.city);
      const source = storeChangeSource(backend.store);
      const running = await startStreamServer(source, 0, { strangers: STRANGERS, veils });
      server = running;
      clients = AUDIENCES.map(([audience, token]) =>
        connectAudienceClient(running.url, audience, token),
      );
      const fleet = createFleet(backend, running, random);

      for (let step = 1; step <= STEPS; step += 1) {
        backend.clock.advance(random.chance(0.03) ? 9 * HOUR_MS : random.integer(1, 600_000));
        await city.act();
        comeAndGo(clients, random);
        if (step % 5 === 0) fleet.drive(await caughtUpRoom(clients, running));
        if (step % CHECK_EVERY === 0) await expectTheirStates(clients, running);
      }
      fleet.goHome(await caughtUpRoom(clients, running));
      for (const client of clients)
        await until(`${client.audience.kind} to see every unit at home`, () =>
          fleet.areHome(client.positions),
        );

      const room = clients.find(({ audience }) => audience.kind === 'room');
      expect(fleet.secrets.filter((word) => room?.bytes().includes(word))).not.toEqual([]);
      for (const client of clients) {
        if (client.audience.kind === 'room') continue;
        const agencyCode = client.audience.kind === 'opd' ? client.audience.agencyCode : null;
        const isToldOfNone = agencyCode === null || agencyCode === 'dlh';
        const secrets = [
          ...city.secretsFor(agencyCode),
          ...(isToldOfNone ? [...fleet.secrets, '"MED"'] : []),
        ];
        const bytes = client.bytes();
        expect(bytes.length).toBeGreaterThan(1_000);
        const found = secrets.filter((word) => bytes.includes(word));
        expect(found, JSON.stringify(client.audience)).toEqual([]);
      }
    },
    120_000,
  );
});

/** Clients leave, come back to where they were, ask for everything, or say what cannot be read. */
function comeAndGo(all: readonly AudienceClient[], random: SeededRandom): void {
  const client = random.pick(all);
  if (client === undefined) return;
  const what = random.next();
  if (what < 0.15) client.close();
  else if (what < 0.5) client.open();
  else if (what < 0.53) client.ask(null);
  else if (what < 0.55) client.ask({ streamId: 7, lastSeq: 'RAHASIA' });
}

/** The room's client, once it has all that was committed; what positions may tell is then settled too. */
async function caughtUpRoom(
  all: readonly AudienceClient[],
  { publisher }: StreamServer,
): Promise<AudienceClient> {
  const room = all[0];
  if (room === undefined) throw new Error('the first client is the room’s');
  const { seq } = await storeChangeSource(backend.store).readHead();
  await until('the room to be where the log is', () => {
    room.open();
    return publisher.seq() >= seq && (room.picture().model?.seq ?? 0) >= seq;
  });
  return room;
}

async function expectTheirStates(
  all: readonly AudienceClient[],
  { publisher }: StreamServer,
): Promise<void> {
  const policy = createDisclosurePolicy(backend.city);
  const snapshot = await readSnapshot(backend.store.db);
  await until('all to be where the log is', () => {
    for (const client of all) client.open();
    return (
      publisher.seq() === snapshot.seq &&
      all.every((client) => client.picture().model?.seq === snapshot.seq)
    );
  });
  for (const client of all) {
    const { audience } = client;
    const { model } = client.picture();
    const truth = modelFromSnapshot(renderSnapshot(audience, snapshot, policy));
    expect(model === null ? '' : canonicalModelText(model), JSON.stringify(audience)).toBe(
      canonicalModelText(truth),
    );
  }
}

/** The trackers: units that are on a sensitive incident stand at its door, and some time longer. */
function createFleet({ city }: TestBackend, { hub }: StreamServer, random: SeededRandom) {
  const secrets: string[] = [];
  const doors = new Map<string, LngLat>();
  const home = [...city.units.keys()].map((index): LngLat => [104.5, -5 - index / 10]);
  let observedAtMs = Date.now() - 3_600_000;

  function report(unitId: string, lngLat: LngLat): void {
    observedAtMs += 1;
    hub.report([{ unitId, lngLat, observedAt: new Date(observedAtMs).toISOString() }]);
  }

  function doorOf(room: AudienceClient, unitId: string): LngLat | null {
    const { assignments, incidents } = room.picture().model ?? {};
    for (const { unitId: sent, clearedAt, incidentId } of assignments?.values() ?? []) {
      const incident = incidents?.get(incidentId);
      if (sent === unitId && clearedAt === null && incident?.categoryCode === 'MED')
        return incident.lngLat;
    }
    return null;
  }

  function drive(room: AudienceClient): void {
    for (const { callSign } of city.units) {
      const door = doorOf(room, callSign);
      if (door !== null) doors.set(callSign, door);
      const near = doors.get(callSign);
      if (near === undefined || (door === null && random.chance(0.5))) {
        doors.delete(callSign);
        report(callSign, [104.5, -5 - random.next() / 10]);
      } else {
        const lngLat: LngLat = [near[0] + random.integer(1, 999) / 1e6, near[1]];
        // As the hub rounds it.
        secrets.push(`[${JSON.stringify(callSign)},${String(Math.round(lngLat[0] * 1e6) / 1e6)}`);
        report(callSign, lngLat);
      }
    }
  }

  return {
    secrets,
    drive,
    goHome(room: AudienceClient): void {
      for (const [index, { callSign }] of city.units.entries())
        if (doorOf(room, callSign) === null) report(callSign, home[index] ?? [104.5, -5]);
    },
    /** Those that are on no sensitive incident. */
    areHome: (positions: AudienceClient['positions']): boolean =>
      city.units.every(({ callSign }, index) => {
        const isOut = clients[0] !== undefined && doorOf(clients[0], callSign) !== null;
        return isOut || positions.get(callSign)?.[2] === home[index]?.[1];
      }),
  };
}
