import type { Role } from '@shared/domain/access-terms';
import { auditPageSchema } from '@shared/protocol/audit';
import { sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { MAX_REVEALS_PER_HOUR } from '../../../src/backend/operations/reveal-caller';
import { findPersonalData } from '../../../src/backend/store/personal-data';
import { PRINCIPALS, tokenOf } from '../../support/principals';
import { buildTestApp, send } from '../../support/test-app';
import { openTestBackend, type TestBackend } from '../../support/test-backend';
import { dumpTables } from './dump-tables';

const CALLER = {
  name: 'Pelapor Rahasia Tertanam',
  number: '0812-0000-1734',
  address: 'Jl. Rahasia Tertanam No. 34',
};
const REASON = { reason: 'Menelepon balik karena sambungan terputus' };
/** Whatever of it would be enough to know who called. */
const SECRETS = ['Rahasia Tertanam', '0812-0000-1734', '081200001734', '00001734'];

let backend: TestBackend;
let app: FastifyInstance;
beforeAll(async () => {
  backend = await openTestBackend();
  app = await buildTestApp(backend);
});
afterAll(async () => {
  await app.close();
  await backend.store.close();
});

const as = (role: Role) => ({ authorization: `Bearer ${tokenOf(role)}` });
async function openIncident(
  body: object = { caller: CALLER },
  role: Role = 'operator',
): Promise<string> {
  const reply = await send(app, 'POST', '/incidents', { categoryCode: 'KBK', ...body }, as(role));
  expect(reply.status).toBe(202);
  return String(reply.body['id']);
}
const detailOf = async (id: string, role: Role = 'operator') =>
  (await send(app, 'GET', `/incidents/${id}`, undefined, as(role))).body;
const reveal = (id: string, role: Role = 'operator', body: object = REASON) =>
  send(app, 'POST', `/incidents/${id}/reveal`, body, as(role));
async function auditOf(id: string, action: string) {
  const path = `/audit?subject=incident:${id}&action=${action}`;
  return auditPageSchema.parse((await send(app, 'GET', path, undefined, as('admin'))).body).items;
}

describe('who reported an incident', () => {
  it('is shown masked to the room alone', async () => {
    const id = await openIncident({ caller: CALLER }, 'integration');
    for (const role of ['admin', 'supervisor', 'operator'] as const)
      expect((await detailOf(id, role))['caller']).toEqual({
        hasName: true,
        maskedNumber: '0812••••••34',
        hasAddress: true,
      });
    expect((await detailOf(id, 'integration'))['caller']).toBeNull();
    const forward = { to: 'forwarded', agencyCodes: ['damkar'] };
    await send(app, 'POST', `/incidents/${id}/transitions`, { to: 'verified' });
    expect((await send(app, 'POST', `/incidents/${id}/transitions`, forward)).status).toBe(202);
    const opd = await detailOf(id, 'opd');
    expect(opd['incident']).toMatchObject({ id });
    expect(opd['caller']).toBeNull();
  });

  it('is revealed for a reason, which stands in the audit trail with who asked', async () => {
    const id = await openIncident();
    const reply = await reveal(id);
    expect(reply.headers['cache-control']).toBe('no-store');
    const [entry] = await auditOf(id, 'incident.reveal');
    expect(reply.body).toEqual({ ...CALLER, number: '081200001734', auditNumber: entry?.number });
    expect(entry).toMatchObject({
      actorId: PRINCIPALS.operator.id,
      role: 'operator',
      outcome: 'done',
      details: REASON,
    });
    await reveal(id);
    expect(await auditOf(id, 'incident.reveal')).toHaveLength(2);
  });

  it.each(['opd', 'executive', 'display', 'integration'] as const)(
    'is not revealed to a %s',
    async (role) => {
      const id = await openIncident();
      const { status, body } = await reveal(id, role);
      expect([status, body['code']]).toEqual([403, 'forbidden']);
      expect(JSON.stringify(body)).not.toContain('Tertanam');
      expect(await auditOf(id, 'incident.reveal')).toHaveLength(
        role === 'opd' || role === 'executive' ? 1 : 0,
      );
    },
  );

  it.each([
    {},
    { reason: '' },
    { reason: 'abc' },
    { reason: 'x'.repeat(201) },
    { ...REASON, more: 1 },
  ])('is not revealed for %j', async (body) => {
    const id = await openIncident();
    expect((await reveal(id, 'operator', body)).status).toBe(400);
    expect(await auditOf(id, 'incident.reveal')).toEqual([]);
  });

  it('is nothing where nothing is known', async () => {
    const id = await openIncident({});
    expect((await detailOf(id))['caller']).toBeNull();
    expect((await reveal(id)).status).toBe(404);
    expect((await reveal('no-such-incident')).status).toBe(404);
  });

  it('comes from the call, and from what was said later', async () => {
    const call = await send(
      app,
      'POST',
      '/calls',
      { type: 'normal', caller: CALLER },
      as('integration'),
    );
    const id = await openIncident({ callId: call.body['id'], caller: { name: 'Pelapor Lain' } });
    expect((await reveal(id)).body).toMatchObject({ name: 'Pelapor Lain', number: '081200001734' });
    const subject = `call:${String(call.body['id'])}`;
    expect(await findPersonalData(backend.store.db, subject)).toBeNull();
  });

  it('is set and forgotten on request', async () => {
    const id = await openIncident({});
    const put = (caller: object | null, role: Role = 'operator') =>
      send(app, 'PUT', `/incidents/${id}/caller`, { caller }, as(role));
    expect((await put({ number: '112' })).status).toBe(202);
    expect((await detailOf(id))['caller']).toMatchObject({ hasName: false, maskedNumber: '•••' });
    expect((await put(null)).status).toBe(202);
    expect((await detailOf(id))['caller']).toBeNull();
    expect((await put({ name: 'x' }, 'executive')).status).toBe(403);
    const entries = await auditOf(id, 'incident.setCaller');
    expect(entries.map(({ details, outcome }) => [outcome, details])).toEqual([
      ['refused', { code: 'forbidden' }],
      ['done', { fields: [] }],
      ['done', { fields: ['number'] }],
    ]);
  });

  it('does not open once its row was exchanged for another', async () => {
    const [one, other] = [await openIncident(), await openIncident()];
    await backend.store.db.execute(sql`
      update personal_data set sealed = (
        select sealed from personal_data where subject = ${`incident:${other}`}
      ) where subject = ${`incident:${one}`}`);
    const { status, body } = await reveal(one);
    expect([status, body['code']]).toEqual([503, 'unavailable']);
    expect((await detailOf(one))['caller']).toEqual({
      hasName: false,
      maskedNumber: null,
      hasAddress: false,
    });
    expect((await reveal(other)).status).toBe(200);
  });

  it('is revealed to one person only so often', async () => {
    const id = await openIncident();
    backend.clock.advance(2 * 3_600_000);
    const statuses = [];
    for (let attempt = 0; attempt <= MAX_REVEALS_PER_HOUR; attempt += 1)
      statuses.push((await reveal(id, 'supervisor')).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(MAX_REVEALS_PER_HOUR);
    expect(statuses.at(-1)).toBe(429);
    expect((await reveal(id, 'admin')).status).toBe(200);
    backend.clock.advance(3_600_001);
    expect((await reveal(id, 'supervisor')).status).toBe(200);
  });
});

describe('personal data', () => {
  it('are in clear in no table, whatever is sent, repeated and refused', async () => {
    const key = { 'idempotency-key': 'with-caller', ...as('operator') };
    const opening = { categoryCode: 'KBK', caller: CALLER };
    const first = await send(app, 'POST', '/incidents', opening, key);
    expect((await send(app, 'POST', '/incidents', opening, key)).body['id']).toBe(first.body['id']);
    const conflict = await send(app, 'POST', '/incidents', { ...opening, priority: 'P1' }, key);
    expect(conflict.status).toBe(409);
    const note = { text: `Hubungi ${CALLER.name}, ${CALLER.number}` };
    const id = String(first.body['id']);
    await send(app, 'POST', `/incidents/${id}/notes`, note, as('operator'));
    await send(app, 'POST', '/calls', { type: 'normal', caller: CALLER }, as('integration'));
    await reveal(id);
    expect((await detailOf(id))['notes']).toMatchObject([note]);

    const dump = await dumpTables(backend.store.db);
    expect(dump).toContain('incident.noteAdded');
    expect(dump).toContain('sealed:test-data.');
    for (const secret of SECRETS) expect(dump).not.toContain(secret);
  });

  it.each([
    { caller: { ...CALLER, name: `${CALLER.name}\u0007${CALLER.name}` } },
    { caller: { ...CALLER, number: CALLER.name } },
    { caller: { ...CALLER, alamat: CALLER.address } },
    { caller: { ...CALLER, name: 5 } },
    { caller: CALLER.name },
    { caller: [CALLER] },
    { caller: CALLER, categoryCode: 'TIDAK-ADA' },
  ])('are not repeated by a refusal (%#)', async (body) => {
    const reply = await send(
      app,
      'POST',
      '/incidents',
      { categoryCode: 'KBK', ...body },
      as('operator'),
    );
    expect(reply.status).toBe(400);
    for (const secret of SECRETS) expect(JSON.stringify(reply.body)).not.toContain(secret);
  });
});
