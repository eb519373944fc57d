import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { nextComplaintStates } from '@shared/domain/complaint-lifecycle';
import { nextIncidentStates } from '@shared/domain/incident-lifecycle';
import { UNIT_STATUS_TRANSITIONS } from '@shared/domain/unit-lifecycle';
import type { UnitStatusMeaning } from '@shared/domain/unit-status';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { readAccessTokens } from '../../../src/backend/access/access-tokens';
import { systemClock } from '../../../src/backend/clock';
import { readConfig } from '../../../src/backend/config';
import { silentLog } from '../../../src/backend/log';
import { type RunningBackend, startBackend } from '../../../src/backend/start-backend';
import { createLiveClient } from '../../../src/renderer/live/create-live-client';
import { fixedCredentials } from '../../../src/renderer/live/credentials';
import type { LiveClient } from '../../../src/renderer/live/model';
import { canonicalModelText } from '../../../src/renderer/live/model-hash';
import { createSeededRandom, type SeededRandom } from '../../stream/seeded-random';
import { makeTestPlace, type TestPlace } from '../../support/test-engine';
import { isLive, isLiveAt, waitForState } from './wait-for-state';

const WRITES = 150;
let dataDir: string;
let place: TestPlace;
let backend: RunningBackend;
const clients: LiveClient[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'cc-live-'));
  place = await makeTestPlace();
  const appRoot = resolve('.');
  const env = { CC_DATA_DIR: dataDir, CC_PORT: '0', CC_PROFILE: 'empty', ...place.environment };
  backend = await startBackend({
    config: readConfig(env, { appRoot, platform: process.platform, homeDir: dataDir }),
    appRoot,
    version: '0.0.0',
    clock: systemClock,
    log: silentLog,
    report: () => undefined,
    say: () => undefined,
  });
});
afterAll(async () => {
  for (const client of clients.splice(0)) client.stop();
  await backend.close();
  await place.remove();
  await rm(dataDir, { recursive: true, force: true });
});

/** Of a tool of this machine; the window's opens the sign-in alone. */
const toolToken = () => readAccessTokens(dataDir).integration;

function connect(): LiveClient {
  const client = createLiveClient();
  clients.push(client);
  client.connect({ url: backend.url, credentials: fixedCredentials(toolToken()) });
  return client;
}

/** @returns the seq of a write that was taken, or null where it was refused */
async function post(path: string, body: unknown): Promise<number | null> {
  const reply = await fetch(`${backend.url}/api/v1${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${toolToken()}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (reply.status === 409) return null;
  expect(reply.status, `${path} ${JSON.stringify(body)}`).toBe(202);
  const { seq } = (await reply.json()) as { seq: number };
  return seq;
}

it('ends with the state that a fresh client gets as a snapshot, whatever was written', async () => {
  const follower = connect();
  await waitForState(follower, isLive);
  const random = createSeededRandom(112);
  let lastSeq = 0;
  for (let write = 0; write < WRITES; write += 1) {
    lastSeq = Math.max(lastSeq, (await writeAtRandom(follower, random)) ?? 0);
  }
  const followed = await waitForState(follower, isLiveAt(lastSeq));
  const fresh = await waitForState(connect(), isLiveAt(lastSeq));

  expect(lastSeq).toBeGreaterThan(WRITES / 2);
  if (followed.model === null || fresh.model === null) throw new Error('Live without a model.');
  expect(canonicalModelText(followed.model)).toBe(canonicalModelText(fresh.model));
});

it('has the city pack, and an incident’s whole story', async () => {
  const client = connect();
  const { city } = await waitForState(client, (state) => isLive(state) && state.city !== null);
  expect(city?.city.id).toBe('cilegon');
  await post('/incidents', { categoryCode: 'KBK' });
  const [id] = client.store.getState().model?.incidents.keys() ?? [];
  const detail = await client.fetchIncident(id ?? '', AbortSignal.timeout(5_000));
  expect(detail.incident.id).toBe(id);
  expect(detail.timeline.length).toBeGreaterThan(0);
});

it('says in the server’s words why an incident cannot be read', async () => {
  const request = connect().fetchIncident('nobody', AbortSignal.timeout(5_000));
  await expect(request).rejects.toMatchObject({ name: 'ApiError', code: 'not_found' });
});

/** One write, chosen from what the follower sees: at times outdated, so that some are refused. */
async function writeAtRandom(client: LiveClient, random: SeededRandom): Promise<number | null> {
  const { model, city } = client.store.getState();
  const incident = random.pick([...(model?.incidents.values() ?? [])]);
  const complaint = random.pick([...(model?.complaints.values() ?? [])]);
  const unit = random.pick([...(model?.units.values() ?? [])]);
  const statusOf = (meaning: UnitStatusMeaning | undefined): string | undefined =>
    city?.unitStatuses.find((status) => status.meaning === meaning)?.code;

  switch (random.integer(0, 6)) {
    case 0:
      return post('/calls', { type: random.pick(['normal', 'prank', 'ghost']) });
    case 1:
      return post('/incidents', { categoryCode: 'KBK', lngLat: [106.05, -6.01] });
    case 2:
      return post('/complaints', { categoryCode: 'jalan_rusak', channel: 'whatsapp' });
    case 3: {
      const to = incident && random.pick(nextIncidentStates(incident.state));
      return to === undefined ? null : post(`/incidents/${incident?.id ?? ''}/transitions`, { to });
    }
    case 4:
      return incident === undefined || unit === undefined
        ? null
        : post(`/incidents/${incident.id}/assignments`, { unitIds: [unit.id] });
    case 5: {
      const meaning = unit && random.pick(UNIT_STATUS_TRANSITIONS[unit.statusMeaning].to);
      const statusCode = meaning === 'dispatched' ? undefined : statusOf(meaning);
      return statusCode === undefined
        ? null
        : post(`/units/${unit?.id ?? ''}/status`, { statusCode });
    }
    default: {
      const to = complaint && random.pick(nextComplaintStates(complaint.state));
      return to === undefined
        ? null
        : post(`/complaints/${complaint?.id ?? ''}/transitions`, { to });
    }
  }
}
