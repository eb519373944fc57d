import type { Principal } from '@shared/domain/access';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { addNote } from '../../../src/backend/operations/add-note';
import { changeArea } from '../../../src/backend/operations/change-area';
import { dispatchUnits } from '../../../src/backend/operations/dispatch-units';
import { openIncident } from '../../../src/backend/operations/open-incident';
import { readCall } from '../../../src/backend/operations/read-call';
import { receiveComplaint } from '../../../src/backend/operations/receive-complaint';
import { recordCall } from '../../../src/backend/operations/record-call';
import { recordUnitStatus } from '../../../src/backend/operations/record-unit-status';
import { transitionComplaint } from '../../../src/backend/operations/transition-complaint';
import { transitionIncident } from '../../../src/backend/operations/transition-incident';
import { findIncident } from '../../../src/backend/store/incidents';
import { PRINCIPALS } from '../../support/principals';
import { callerAs, openTestBackend, type TestBackend } from '../../support/test-backend';

let backend: TestBackend;
beforeAll(async () => {
  backend = await openTestBackend();
});
afterAll(() => backend.store.close());

const supervisor = callerAs();
const damkar = callerAs(PRINCIPALS.opd);
const psc = callerAs({ role: 'opd', id: 'user-psc', agencyCode: 'psc' });

/** Opened and forwarded to the fire service. */
async function fire(): Promise<string> {
  const { id } = await openIncident(backend, { categoryCode: 'KBK' }, supervisor);
  await transitionIncident(backend, id, { to: 'verified' }, supervisor);
  await transitionIncident(backend, id, { to: 'forwarded' }, supervisor);
  return id;
}

describe('an agency', () => {
  test('works on what was forwarded to it, with its own units', async () => {
    const id = await fire();
    await transitionIncident(backend, id, { to: 'acknowledged' }, damkar);
    await addNote(backend, id, { text: 'berangkat' }, damkar);
    await dispatchUnits(backend, id, { unitIds: ['UJI-01'] }, damkar);
    await recordUnitStatus(backend, 'UJI-01', { statusCode: 'LOKASI' }, damkar);
    expect(await findIncident(backend.store.db, id)).toMatchObject({ state: 'on_scene' });
    await recordUnitStatus(backend, 'UJI-01', { statusCode: 'SIAGA' }, damkar);
  });

  test("is answered about another's incident as about one that is not there", async () => {
    const id = await fire();
    const answerOf = async (incidentId: string) =>
      Promise.allSettled([
        transitionIncident(backend, incidentId, { to: 'acknowledged' }, psc),
        addNote(backend, incidentId, { text: 'x' }, psc),
        dispatchUnits(backend, incidentId, { unitIds: ['UJI-03'] }, psc),
      ]);
    const [others, unknown] = [await answerOf(id), await answerOf('tidak-ada')];
    for (const [index, answer] of others.entries()) {
      expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'not_found' } });
      const text = (settled: typeof answer | undefined) =>
        settled?.status === 'rejected' ? String(settled.reason) : '';
      expect(text(answer).replace(id, '…')).toBe(text(unknown[index]).replace('tidak-ada', '…'));
    }
  });

  test("does not command another's units", async () => {
    const id = await fire();
    await expect(
      dispatchUnits(backend, id, { unitIds: ['UJI-02', 'UJI-03'] }, damkar),
    ).rejects.toMatchObject({ code: 'forbidden', details: { unitIds: ['UJI-03'] } });
    await expect(
      recordUnitStatus(backend, 'UJI-03', { statusCode: 'ISTIRAHAT' }, damkar),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('works on its own complaints alone', async () => {
    const { id } = await receiveComplaint(
      backend,
      { categoryCode: 'sampah', channel: 'whatsapp' },
      supervisor,
    );
    await transitionComplaint(backend, id, { to: 'diverifikasi' }, supervisor);
    await transitionComplaint(backend, id, { to: 'didisposisikan' }, supervisor);
    await expect(
      transitionComplaint(backend, id, { to: 'diproses' }, damkar),
    ).rejects.toMatchObject({ code: 'forbidden', details: { agencyCode: 'dlh' } });
    const dlh = callerAs({ role: 'opd', id: 'user-dlh', agencyCode: 'dlh' });
    await transitionComplaint(backend, id, { to: 'diproses' }, dlh);
  });
});

describe('an operator', () => {
  test('verifies, and leaves sending to the supervisor', async () => {
    const operator = callerAs(PRINCIPALS.operator);
    const { id } = await openIncident(backend, { categoryCode: 'KBK' }, operator);
    await transitionIncident(backend, id, { to: 'verified' }, operator);
    await expect(
      transitionIncident(backend, id, { to: 'forwarded' }, operator),
    ).rejects.toMatchObject({ code: 'invalid_transition' });
  });
});

describe('a key bound to a source', () => {
  const bound = {
    role: 'integration',
    id: 'key-1',
    source: 'panggilan-uji',
    scopes: null,
  } as const;
  const key = callerAs(bound satisfies Principal);

  test('brings records of that source, also where it does not say so', async () => {
    const { id } = await recordCall(backend, { type: 'normal' }, key);
    expect((await readCall(backend, id)).provenance?.source).toBe('panggilan-uji');
    const provenance = { source: 'panggilan-uji', externalId: '7' };
    const opened = await openIncident(
      backend,
      { categoryCode: 'KBK', callId: id, provenance },
      key,
    );
    await addNote(backend, opened.id, { text: 'dari sistem panggilan' }, key);
    const again = await openIncident(backend, { categoryCode: 'KBK', provenance }, key);
    expect(again).toMatchObject({ id: opened.id, replayed: true });
  });

  test("neither brings nor touches another source's", async () => {
    const other = { source: 'lain', externalId: '1' };
    const theirs = await openIncident(
      backend,
      { categoryCode: 'KBK', provenance: other },
      supervisor,
    );
    const call = await recordCall(backend, { type: 'normal', provenance: other }, supervisor);
    const area = { kind: 'unknown' } as const;
    const attempts = await Promise.allSettled([
      recordCall(backend, { type: 'normal', provenance: other }, key),
      openIncident(backend, { categoryCode: 'KBK', provenance: other }, key),
      openIncident(backend, { categoryCode: 'KBK', callId: call.id }, key),
      receiveComplaint(
        backend,
        { categoryCode: 'sampah', channel: 'whatsapp', provenance: other },
        key,
      ),
      transitionIncident(backend, theirs.id, { to: 'verified' }, key),
      addNote(backend, theirs.id, { text: 'x' }, key),
      dispatchUnits(backend, theirs.id, { unitIds: ['UJI-02'] }, key),
      changeArea(backend, 'incident', theirs.id, { area }, key),
    ]);
    for (const attempt of attempts)
      expect(attempt).toMatchObject({ status: 'rejected', reason: { code: 'forbidden' } });
    expect(await findIncident(backend.store.db, theirs.id)).toMatchObject({ version: 1 });
  });
});
