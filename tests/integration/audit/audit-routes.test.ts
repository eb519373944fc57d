import type { Role } from '@shared/domain/access-terms';
import { type AuditEntry, auditPageSchema } from '@shared/protocol/audit';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { PRINCIPALS, tokenOf } from '../../support/principals';
import { buildTestApp, send } from '../../support/test-app';
import { openTestBackend, type TestBackend } from '../../support/test-backend';

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
const open = (role: Role, headers: Record<string, string> = {}) =>
  send(app, 'POST', '/incidents', { categoryCode: 'KBK' }, { ...as(role), ...headers });
async function readAudit(query = ''): Promise<AuditEntry[]> {
  const { status, body } = await send(app, 'GET', `/audit${query}`, undefined, as('admin'));
  expect(status).toBe(200);
  return auditPageSchema.parse(body).items;
}

describe('the audit trail over HTTP', () => {
  it('has what a person did, with the seq of its change, and once where it was sent twice', async () => {
    const key = { 'idempotency-key': 'open-1' };
    const { body } = await open('operator', key);
    await open('operator', key);
    expect(await readAudit('?action=incident.open')).toMatchObject([
      {
        actorId: PRINCIPALS.operator.id,
        role: 'operator',
        subject: `incident:${String(body['id'])}`,
        outcome: 'done',
        seq: body['seq'],
      },
    ]);
  });

  it('has nothing of what other systems report', async () => {
    const before = (await readAudit()).length;
    expect((await open('integration')).status).toBe(202);
    expect(await readAudit()).toHaveLength(before);
  });

  it('has nothing of what was not done', async () => {
    const before = (await readAudit()).length;
    const reply = await send(app, 'POST', '/incidents', { categoryCode: 'tidak-ada' });
    expect(reply.status).toBe(400);
    expect(await readAudit()).toHaveLength(before);
  });

  it('has what a person was refused, and to what it was', async () => {
    const { body } = await open('operator');
    const path = `/incidents/${String(body['id'])}/notes`;
    const reply = await send(app, 'POST', path, { text: 'rahasia' }, as('executive'));
    expect(reply.status).toBe(403);
    const [entry] = await readAudit('?outcome=refused');
    expect(entry).toMatchObject({
      actorId: PRINCIPALS.executive.id,
      role: 'executive',
      action: 'incident.note',
      subject: `incident:${String(body['id'])}`,
      seq: null,
    });
  });

  it('cannot be filled by somebody who is refused again and again', async () => {
    backend.clock.advance(60_000);
    for (let attempt = 0; attempt < 40; attempt += 1)
      expect((await open('executive')).status).toBe(403);
    const refused = await readAudit('?outcome=refused&action=incident.open');
    expect(refused).toHaveLength(20);
  });

  it('has who took figures and the trail itself out', async () => {
    const get = (path: string, role: Role) =>
      app.inject({ url: `/api/v1${path}`, headers: as(role) });
    expect(
      (await get('/kpi/export.csv?from=2026-01-01&to=2026-01-02', 'executive')).statusCode,
    ).toBe(200);
    const csv = await get('/audit/export.csv?outcome=done', 'admin');
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(csv.body.split('\r\n')[0]).toMatch(/^\uFEFFnomor;waktu_utc;pelaku;/);
    expect(csv.body).toContain(';kpi.export;;dilakukan;');
    expect(csv.body).toContain(';audit.export;;dilakukan;');
    expect(csv.body).not.toContain('ditolak');
    expect(await readAudit('?action=kpi.export')).toMatchObject([
      { role: 'executive', details: { from: '2026-01-01', to: '2026-01-02' } },
    ]);
  });

  it('is read page by page and by filter', async () => {
    const all = await readAudit();
    const seen: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const path = `/audit?limit=7${cursor === '' ? '' : `&cursor=${cursor}`}`;
      const { body } = await send(app, 'GET', path, undefined, as('admin'));
      const page = auditPageSchema.parse(body);
      seen.push(...page.items.map(({ number }) => number));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(all.map(({ number }) => number));
    const byActor = await readAudit(`?actorId=${PRINCIPALS.operator.id}`);
    expect(byActor).toEqual(all.filter(({ actorId }) => actorId === PRINCIPALS.operator.id));
    const now = backend.clock.now();
    expect(await readAudit(`?to=${now}`)).toEqual(all.filter(({ recordedAt }) => recordedAt < now));
    expect(await readAudit(`?from=${now}`)).toEqual(
      all.filter(({ recordedAt }) => recordedAt >= now),
    );
  });

  it('says that it is sound', async () => {
    const { body } = await send(app, 'GET', '/audit/verify', undefined, as('admin'));
    const [newest] = await readAudit();
    expect(body).toEqual({ ok: true, entries: newest?.number, hash: newest?.hash });
  });

  it.each(['supervisor', 'operator', 'opd', 'executive', 'display'] as const)(
    'is not for a %s',
    async (role) => {
      for (const path of ['/audit', '/audit/verify', '/audit/export.csv'])
        expect((await send(app, 'GET', path, undefined, as(role))).status).toBe(403);
    },
  );
});
