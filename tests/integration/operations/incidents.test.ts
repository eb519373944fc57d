import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { addNote } from '../../../src/backend/operations/add-note';
import { openIncident } from '../../../src/backend/operations/open-incident';
import { readIncidentDetail } from '../../../src/backend/operations/read-incident-detail';
import { recordCall } from '../../../src/backend/operations/record-call';
import { transitionIncident } from '../../../src/backend/operations/transition-incident';
import { readHead } from '../../../src/backend/store/change-log';
import { readChanges } from '../../support/read-changes';
import {
  callerAs,
  INTEGRATION,
  openTestBackend,
  type TestBackend,
} from '../../support/test-backend';
import { IN_KELURAHAN_A, OUTSIDE_CITY } from '../../support/test-city';

const START = '2026-11-24T02:00:00.000Z';
const caller = callerAs();
let backend: TestBackend;
beforeAll(async () => {
  backend = await openTestBackend();
});
beforeEach(() => backend.clock.set(START));
afterAll(() => backend.store.close());

const open = async (command: Partial<Parameters<typeof openIncident>[1]> = {}) =>
  (await openIncident(backend, { categoryCode: 'KBK', ...command }, caller)).id;
const incidentOf = async (id: string) =>
  (await readIncidentDetail(backend, id, { mayReveal: false })).incident;

describe('openIncident', () => {
  it.each([
    [
      'a position in a kelurahan',
      { lngLat: IN_KELURAHAN_A },
      { kind: 'in_city', kelurahanCode: '99.99.01.1001' },
    ],
    ['a position outside', { lngLat: OUTSIDE_CITY }, { kind: 'outside_city', kecamatanText: null }],
    ['no position', {}, { kind: 'unknown' }],
    [
      'an area of the sender’s own, against the position',
      {
        lngLat: OUTSIDE_CITY,
        area: { kind: 'in_city' as const, kecamatanCode: '99.99.02', kelurahanCode: null },
      },
      { kind: 'in_city', kecamatanCode: '99.99.02', kelurahanCode: null },
    ],
  ])('records the area for %s', async (_name, command, area) => {
    expect((await incidentOf(await open(command))).area).toMatchObject(area);
  });

  it('refuses a kelurahan of another kecamatan', async () => {
    const area = {
      kind: 'in_city' as const,
      kecamatanCode: '99.99.02',
      kelurahanCode: '99.99.01.1001',
    };
    await expect(open({ area })).rejects.toMatchObject({ code: 'validation_failed' });
  });

  it('takes its first milestones from the call, and links the call once', async () => {
    const times = {
      receivedAt: '2026-11-24T01:59:00.000Z',
      answeredAt: '2026-11-24T01:59:10.000Z',
    };
    const { id: callId } = await recordCall(backend, { type: 'normal', ...times }, caller);
    const incident = await incidentOf(await open({ callId }));
    expect(incident.milestones).toMatchObject({
      callReceivedAt: times.receivedAt,
      callAnsweredAt: times.answeredAt,
    });
    await expect(open({ callId })).rejects.toMatchObject({
      code: 'validation_failed',
      details: { incidentId: incident.id },
    });
  });

  it('refuses a call that does not exist and an answer before the call', async () => {
    await expect(open({ callId: 'none' })).rejects.toMatchObject({ code: 'not_found' });
    const milestones = { callReceivedAt: START, callAnsweredAt: '2026-11-24T01:00:00.000Z' };
    await expect(open(milestones)).rejects.toMatchObject({ code: 'validation_failed' });
  });

  it('counts numbers per WIB day without a gap, also at once and after refusals', async () => {
    // 00:30 WIB of the 26th is still the 25th in UTC.
    backend.clock.set('2026-11-25T17:30:00.000Z');
    const attempts = Array.from({ length: 12 }, (_, index) =>
      open(index % 3 === 0 ? { callId: 'none' } : {}).catch(() => null),
    );
    const ids = (await Promise.all(attempts)).filter((id) => id !== null);
    const numbers = await Promise.all(ids.map(async (id) => (await incidentOf(id)).number));
    expect(numbers.sort()).toEqual(
      Array.from({ length: 8 }, (_, index) => `112-20261126-000${index + 1}`),
    );
    const late = await incidentOf(await open({ callReceivedAt: '2026-11-25T16:59:00.000Z' }));
    expect(late.number).toBe('112-20261125-0001');
  });
});

describe('transitionIncident', () => {
  it('believes a reported time, but not one in the future or before the step it follows', async () => {
    const id = await open();
    const step = (at: string) => transitionIncident(backend, id, { to: 'verified', at }, caller);
    await expect(step('2026-11-24T02:01:01.000Z')).rejects.toMatchObject({
      code: 'validation_failed',
    });
    await expect(step('2026-11-24T01:59:59.000Z')).rejects.toMatchObject({
      message: 'at 2026-11-24T01:59:59.000Z is before callReceivedAt 2026-11-24T02:00:00.000Z.',
    });
    await step('2026-11-24T02:00:30.000Z');
    expect((await incidentOf(id)).milestones.verifiedAt).toBe('2026-11-24T02:00:30.000Z');
  });

  it('never lets a step of now fall before one that a fast clock reported', async () => {
    const id = await open();
    await transitionIncident(
      backend,
      id,
      { to: 'verified', at: '2026-11-24T02:00:40.000Z' },
      caller,
    );
    await transitionIncident(backend, id, { to: 'forwarded' }, caller);
    expect((await incidentOf(id)).milestones.forwardedAt).toBe('2026-11-24T02:00:40.000Z');
  });

  it('forwards to the named agencies, by default the category’s lead', async () => {
    const [byDefault, named] = [await open(), await open()];
    await transitionIncident(backend, byDefault, { to: 'forwarded' }, caller);
    await transitionIncident(
      backend,
      named,
      { to: 'forwarded', agencyCodes: ['polres', 'psc'] },
      caller,
    );
    expect((await incidentOf(byDefault)).agencyCodes).toEqual(['damkar']);
    expect((await incidentOf(named)).agencyCodes).toEqual(['polres', 'psc']);
  });

  it('refuses agencies that are unknown or have no place in the step', async () => {
    const id = await open();
    const unknown = { to: 'forwarded' as const, agencyCodes: ['damkr'] };
    await expect(transitionIncident(backend, id, unknown, caller)).rejects.toThrow(
      'Known are damkar',
    );
    const misplaced = { to: 'verified' as const, agencyCodes: ['damkar'] };
    await expect(transitionIncident(backend, id, misplaced, caller)).rejects.toMatchObject({
      code: 'validation_failed',
    });
  });

  it('refuses whoever acted on an older version', async () => {
    const id = await open();
    await transitionIncident(backend, id, { to: 'verified', expectedVersion: 1 }, caller);
    const stale = { to: 'forwarded' as const, expectedVersion: 1 };
    await expect(transitionIncident(backend, id, stale, caller)).rejects.toMatchObject({
      code: 'version_conflict',
      details: { expected: 1, current: 2 },
    });
  });

  it('lets one of two at once win', async () => {
    const id = await open();
    const attempts = await Promise.allSettled(
      ['verified', 'verified'].map(() =>
        transitionIncident(backend, id, { to: 'verified' }, caller),
      ),
    );
    expect(attempts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('addNote', () => {
  it('keeps the words out of the change log', async () => {
    const id = await open();
    const { seq } = await readHead(backend.store.db);
    await addNote(backend, id, { text: 'rahasia' }, callerAs(INTEGRATION));
    const changes = await readChanges(backend.store.db, seq, 10);
    expect(changes.map(({ type }) => type)).toEqual(['incident.noteAdded']);
    expect(JSON.stringify(changes)).not.toContain('rahasia');
    const { notes, incident } = await readIncidentDetail(backend, id, { mayReveal: false });
    expect(notes).toMatchObject([{ text: 'rahasia', actor: INTEGRATION }]);
    expect(incident).toMatchObject({ noteCount: 1, version: 2 });
  });
});
