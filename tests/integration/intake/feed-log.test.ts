import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Incident } from '@shared/domain/incident';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { createAreasInForce } from '../../../src/backend/areas/areas-in-force';
import { loadCityPack } from '../../../src/backend/city-pack/load-city-pack';
import { type FeedReport, feedLog } from '../../../src/backend/intake/feed-log';
import { type ImportProfile, loadImportProfile } from '../../../src/backend/intake/import-profile';
import { createIntakeClient, type IntakeClient } from '../../../src/backend/intake/intake-client';
import { createPlaceFinder } from '../../../src/backend/intake/place-finder';
import { openRows } from '../../../src/backend/intake/read-rows';
import { listCalls } from '../../../src/backend/store/calls';
import { listIncidents } from '../../../src/backend/store/incidents';
import { createFakeClock } from '../../support/fake-clock';
import { buildTestApp, INTEGRATION_TOKEN } from '../../support/test-app';
import { openTestBackend, type TestBackend } from '../../support/test-backend';

const pathOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const ALL = { after: null, limit: 500 };

let city: Awaited<ReturnType<typeof loadCityPack>>;
let profile: ImportProfile;
beforeAll(async () => {
  city = await loadCityPack(pathOf('../../../resources/cities/cilegon'));
  profile = await loadImportProfile(pathOf('../../../resources/profiles/cc112-sumenep.json'), city);
});

let backend: TestBackend;
let app: Awaited<ReturnType<typeof buildTestApp>>;
let client: IntakeClient;
let directory: string;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'cc-feed-test-'));
  backend = await openTestBackend(city);
  app = await buildTestApp(backend);
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  client = createIntakeClient({ url, token: INTEGRATION_TOKEN });
});
afterEach(async () => {
  await app.close();
  await backend.store.close();
  rmSync(directory, { recursive: true });
});

interface LogRow {
  id: string;
  received: string;
  closed: string;
  kind?: string;
}

const rowText = ({ id, received, closed, kind = 'KEBAKARAN' }: LogRow): string =>
  `${id},"LatLng(-6.01, 106.05)",Desa Contoh,Contoh,${kind},PEMADAM KEBAKARAN,${received},${closed},1`;

interface Played {
  report: FeedReport;
  said: string[];
}

async function play(
  rows: readonly LogRow[],
  { through = client, signal = new AbortController().signal, speed = 1e9 } = {},
): Promise<Played> {
  const file = join(directory, 'log.csv');
  const header =
    'id,lat_long,desa,kecamatan,kejadian,opd_terkait,tanggal_terima,tanggal_selesai,approve';
  writeFileSync(file, [header, ...rows.map(rowText)].join('\n'));
  const said: string[] = [];
  const clock = createFakeClock();
  const report = await feedLog({
    rows: await openRows(file, profile),
    profile,
    city,
    places: createPlaceFinder(city, createAreasInForce(city, null)),
    client: through,
    clock: { now: () => clock.now(), nowMs: () => clock.nowMs() },
    speed,
    longestGapMs: 10_000,
    limit: Number.POSITIVE_INFINITY,
    signal,
    // Time passes only here: nothing waits.
    sleep: async (ms) => {
      clock.advance(Math.max(0, ms));
      if (clock.now() > backend.clock.now()) backend.clock.set(clock.now());
    },
    say: (text) => said.push(text),
  });
  return { report, said };
}

async function incidents(): Promise<Incident[]> {
  return (await listIncidents(backend.store.db, { state: 'all' }, ALL)).items;
}

/** Out of order, overlapping, every seventh without an end. */
const LOG: readonly LogRow[] = Array.from({ length: 30 }, (_, i) => {
  const day = String(((i * 17) % 28) + 1).padStart(2, '0');
  return {
    id: String(i + 1),
    received: `${day} Mei 2022 0${String(i % 9)}:15`,
    closed: i % 7 === 3 ? '' : `${day} Mei 2022 1${String(i % 9)}:45`,
  };
});
const OPEN = LOG.filter(({ closed }) => closed === '').length;

/** Fails every second request or so: half of the time before the server has seen it, half after. */
function unreliable(inner: IntakeClient): IntakeClient & { failures: () => number } {
  let sent = 0;
  let failures = 0;
  return {
    ...inner,
    failures: () => failures,
    async post(path, body, key) {
      sent += 1;
      const fate = (sent * 2_654_435_761) % 7;
      if (fate > 3) return inner.post(path, body, key);
      failures += 1;
      if (fate > 1) await inner.post(path, body, key);
      return { kind: 'away', reason: 'connection lost', retryAfterMs: fate === 0 ? 1_000 : null };
    },
  };
}

describe('a log played through the intake', () => {
  it('arrives row by row: every incident once, in its state, with its call', async () => {
    const { report, said } = await play(LOG, { speed: 600 });
    expect(report).toEqual({ read: 30, played: 30, skipped: 0, rejected: 0, open: OPEN });
    expect(said[0]).toContain('30 incidents, the calls within');
    const arrived = await incidents();
    expect(arrived).toHaveLength(30);
    const idOf = ({ provenance }: Incident): string =>
      provenance?.externalId.replace(/^feed-.*\//, '') ?? '';
    const byId = new Map(arrived.map((incident) => [idOf(incident), incident]));
    for (const { id, closed } of LOG) {
      const { state, milestones, agencyCodes } = byId.get(id) ?? {};
      expect({ id, state, agencyCodes }).toEqual({
        id,
        state: closed === '' ? 'forwarded' : 'closed',
        agencyCodes: ['DAMKAR'],
      });
      expect(milestones?.verifiedAt).not.toBeNull();
      expect(milestones?.forwardedAt).not.toBeNull();
      expect(milestones?.closedAt === null).toBe(closed === '');
      if (closed === '' || milestones?.closedAt == null) continue;
      // Ten and a half hours of the log, at 600 times the speed of life.
      const openMs = Date.parse(milestones.closedAt) - Date.parse(milestones.callReceivedAt ?? '');
      expect(openMs).toBe((10.5 * 3_600_000) / 600);
    }
    const calls = await listCalls(backend.store.db, {}, ALL);
    expect(calls.items.filter(({ incidentId }) => incidentId !== null)).toHaveLength(30);
  });

  it('loses and doubles nothing while requests and answers get lost', async () => {
    const through = unreliable(client);
    const { report, said } = await play(LOG, { through });
    expect(through.failures()).toBeGreaterThan(50);
    expect(report).toEqual({ read: 30, played: 30, skipped: 0, rejected: 0, open: OPEN });
    expect(await incidents()).toHaveLength(30);
    expect((await listCalls(backend.store.db, {}, ALL)).items).toHaveLength(30);
    expect(said).toContain('The dashboard answers again.');
  });

  it('plays a repeated row once and says of unreadable ones why', async () => {
    const { report, said } = await play([
      { id: '1', received: '01 Mei 2022 08:00', closed: '01 Mei 2022 09:00' },
      { id: '2', received: '02 Mei 2022 08:00', closed: '', kind: 'PIKNIK' },
      { id: '1', received: '03 Mei 2022 08:00', closed: '' },
    ]);
    expect(report).toEqual({ read: 3, played: 1, skipped: 1, rejected: 1, open: 0 });
    expect(said).toContain(
      'line 3: unknown category "PIKNIK": add it to "categories" of the profile',
    );
    expect(said).toContain('line 4: 1 stands in the log twice');
  });

  it('can be played again, as other incidents', async () => {
    const rows = LOG.slice(0, 3);
    await play(rows);
    expect((await play(rows)).report.played).toBe(3);
    expect(await incidents()).toHaveLength(6);
  });

  it('ends when it is told to, after the step under way, and says what stays open', async () => {
    const ending = new AbortController();
    const through: IntakeClient = {
      ...client,
      async post(path, body, key) {
        // In the middle of an opening: its call is recorded, its incident still to come.
        if (key.endsWith('-call') && (await incidents()).length === 4) ending.abort();
        return client.post(path, body, key);
      },
    };
    const { report, said } = await play(LOG, { through, signal: ending.signal });
    expect(report).toMatchObject({ read: 30, played: 5, skipped: 25, rejected: 0 });
    const arrived = await incidents();
    expect(arrived).toHaveLength(5);
    expect(report.open).toBe(arrived.filter(({ endedAt }) => endedAt === null).length);
    expect((await listCalls(backend.store.db, {}, ALL)).items).toHaveLength(5);
    expect(said.at(-1)).toBe(
      `Ended early: 25 rows were not played; ${String(report.open)} incidents of this feed stay open on the dashboard.`,
    );
  });
});
