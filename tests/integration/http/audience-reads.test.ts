import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { addNote } from '../../../src/backend/operations/add-note';
import { openIncident } from '../../../src/backend/operations/open-incident';
import { receiveComplaint } from '../../../src/backend/operations/receive-complaint';
import { transitionComplaint } from '../../../src/backend/operations/transition-complaint';
import { transitionIncident } from '../../../src/backend/operations/transition-incident';
import { tokenOf } from '../../support/principals';
import { buildTestApp } from '../../support/test-app';
import { callerAs, openTestBackend, type TestBackend } from '../../support/test-backend';

/** What no answer to these roles may hold: of an incident not forwarded to the fire service, and a complaint not its. */
const SECRETS = [
  '105.9512345',
  '-5.9543211',
  '105.9611111',
  '-5.9622222',
  'RAHASIA-ASAL',
  'RAHASIA-ADUAN',
  'RAHASIA-CATATAN',
  'RAHASIA-NAMA',
  'RAHASIA-JALAN',
  '081299887766',
  '"MED"',
  'user-supervisor',
];

let backend: TestBackend;
let app: FastifyInstance;
let ids: { foreign: string; own: string; complaint: string; ownComplaint: string };
beforeAll(async () => {
  backend = await openTestBackend();
  app = await buildTestApp(backend);
  const caller = callerAs();
  const foreign = await openIncident(
    backend,
    {
      categoryCode: 'MED',
      lngLat: [105.9512345, -5.9543211],
      provenance: { source: 'uji', externalId: 'RAHASIA-ASAL-1' },
      caller: { name: 'RAHASIA-NAMA', number: '081299887766', address: 'RAHASIA-JALAN 1' },
    },
    caller,
  );
  await addNote(backend, foreign.id, { text: 'RAHASIA-CATATAN' }, caller);
  const own = await openIncident(backend, { categoryCode: 'KBK', lngLat: [105.97, -5.97] }, caller);
  await addNote(backend, own.id, { text: 'catatan untuk damkar' }, caller);
  for (const to of ['verified', 'forwarded'] as const) {
    await transitionIncident(backend, own.id, { to }, caller);
    await transitionIncident(backend, foreign.id, { to }, caller);
  }
  const receive = (lngLat: [number, number], externalId: string) =>
    receiveComplaint(
      backend,
      {
        categoryCode: 'sampah',
        channel: 'whatsapp',
        lngLat,
        provenance: { source: 'uji', externalId },
      },
      caller,
    );
  const complaint = await receive([105.9611111, -5.9622222], 'RAHASIA-ADUAN-1');
  const ownComplaint = await receive([105.98, -5.98], 'RAHASIA-ADUAN-2');
  await transitionComplaint(backend, ownComplaint.id, { to: 'diverifikasi' }, caller);
  await transitionComplaint(
    backend,
    ownComplaint.id,
    { to: 'didisposisikan', agencyCode: 'damkar' },
    caller,
  );
  ids = {
    foreign: foreign.id,
    own: own.id,
    complaint: complaint.id,
    ownComplaint: ownComplaint.id,
  };
});
afterAll(async () => {
  await app.close();
  await backend.store.close();
});

type Looking = 'opd' | 'executive' | 'display' | 'supervisor';

async function ask(role: Looking, method: 'GET' | 'POST', path: string, payload?: object) {
  const headers = { authorization: `Bearer ${tokenOf(role)}`, 'idempotency-key': 'kunci-1' };
  const reply = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers,
    ...(payload && { payload }),
  });
  return { status: reply.statusCode, all: JSON.stringify(reply.headers) + reply.body, reply };
}

const reads = () => [
  '/incidents',
  '/incidents?limit=1',
  '/incidents?categoryCode=MED',
  '/incidents?agencyCode=psc',
  `/incidents/${ids.foreign}`,
  `/incidents/${ids.own}`,
  '/complaints',
  '/complaints?limit=1',
  `/complaints/${ids.complaint}`,
  '/calls',
  '/units',
  '/units/UJI-01',
  '/units/UJI-01/track',
  '/kpi',
  '/kpi/export.csv',
  '/areas/disagreements',
];

/** Writes on what is not theirs, twice each: the second is a replay where the first had any effect. */
const writes = (): [path: string, body: object][] => [
  [`/incidents/${ids.foreign}/transitions`, { to: 'closed', expectedVersion: 1 }],
  [`/incidents/${ids.foreign}/notes`, { text: 'apa ini' }],
  [`/incidents/${ids.foreign}/assignments`, { unitIds: ['UJI-01'] }],
  [`/complaints/${ids.complaint}/transitions`, { to: 'diproses' }],
  [`/incidents/${ids.foreign}/reveal`, { reason: 'ingin tahu' }],
];

it.each(['opd', 'executive', 'display'] as const)(
  'no answer to %s holds a byte of what it may not know, whatever it asks',
  async (role) => {
    const answers: string[] = [];
    for (const path of reads()) answers.push((await ask(role, 'GET', path)).all);
    for (const [path, body] of [...writes(), ...writes()])
      answers.push((await ask(role, 'POST', path, body)).all);
    const found = SECRETS.filter((word) => answers.some((answer) => answer.includes(word)));
    expect(found).toEqual([]);
    expect(answers.length).toBeGreaterThan(20);
  },
);

it('tells the room all but the caller, who is revealed one at a time', async () => {
  const answers = await Promise.all(reads().map((path) => ask('supervisor', 'GET', path)));
  const told = SECRETS.filter((word) => answers.some(({ all }) => all.includes(word)));
  expect(told).toEqual(SECRETS.filter((word) => !/NAMA|JALAN|081299887766/.test(word)));
});

it('lists to an agency’s desk what was forwarded to it, and tells it all of that', async () => {
  const list = await ask('opd', 'GET', '/incidents');
  expect(list.reply.json<{ items: { id: string }[] }>().items.map(({ id }) => id)).toEqual([
    ids.own,
  ]);
  const detail = await ask('opd', 'GET', `/incidents/${ids.own}`);
  expect(detail.all).toContain('catatan untuk damkar');
  expect(detail.all).toContain('[105.97,-5.97]');
  const complaint = await ask('opd', 'GET', `/complaints/${ids.ownComplaint}`);
  expect(complaint.all).toContain('[105.98,-5.98]');
});

it('tells an agency’s desk of another’s incident what the map shows', async () => {
  const { status, reply } = await ask('opd', 'GET', `/incidents/${ids.foreign}`);
  expect(status).toBe(200);
  expect(reply.json()).toMatchObject({
    incident: { id: ids.foreign, categoryCode: '•••', agencyCodes: [], priority: 'P2' },
    notes: [],
  });
});
