import { randomBytes } from 'node:crypto';

import { DAY_MS } from '@shared/domain/time';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { Keys } from '../../../src/backend/keys/keys';
import { addNote } from '../../../src/backend/operations/add-note';
import { openIncident } from '../../../src/backend/operations/open-incident';
import { prunePersonalData } from '../../../src/backend/operations/prune-personal-data';
import { readIncidentDetail } from '../../../src/backend/operations/read-incident-detail';
import { recordCall } from '../../../src/backend/operations/record-call';
import { reseal } from '../../../src/backend/operations/reseal';
import { transitionIncident } from '../../../src/backend/operations/transition-incident';
import { createSealer } from '../../../src/backend/personal-data/sealer';
import { listAudit } from '../../../src/backend/store/audit';
import { findPersonalData } from '../../../src/backend/store/personal-data';
import { callerAs, openTestBackend, type TestBackend } from '../../support/test-backend';
import { TEST_KEYS } from '../../support/test-keys';

const CALLER = { name: 'Pelapor Contoh', number: '08000000017' };
const NEW_KEY = { id: 'second', key: randomBytes(32), createdAt: '2026-02-01T00:00:00.000Z' };
const ROTATED: Keys = { ...TEST_KEYS, data: [...TEST_KEYS.data, NEW_KEY] };
const NEW_ONLY: Keys = { ...TEST_KEYS, data: [NEW_KEY] };

let backend: TestBackend;
beforeAll(async () => {
  backend = await openTestBackend();
});
afterAll(() => backend.store.close());
beforeEach(async () => {
  await backend.store.db.execute(sql`delete from personal_data`);
  await backend.store.db.execute(sql`delete from notes`);
});

const openOne = async () =>
  (await openIncident(backend, { categoryCode: 'KBK', caller: CALLER }, callerAs())).id;
const withKeys = (keys: Keys) => ({ ...backend, sealer: createSealer(() => keys) });
const detail = (id: string, keys: Keys) =>
  readIncidentDetail(withKeys(keys), id, { mayReveal: true });
const go = () => new AbortController().signal;

describe('a rotation of the data key', () => {
  it('seals everything anew, in batches, after which the former key is not needed', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 3; index += 1) {
      const id = await openOne();
      await addNote(backend, id, { text: `Catatan ${index}` }, callerAs());
      ids.push(id);
    }
    // More than one batch.
    await backend.store.db.execute(sql`
      insert into personal_data select 'call:' || n, sealed, key_id, recorded_at
      from personal_data, generate_series(1, 250) n where subject = ${`incident:${ids[0] ?? ''}`}`);
    const done = await reseal(withKeys(ROTATED), go());
    // Rows that were copied from another do not open: they are left as they are.
    expect(done).toEqual({ resealed: 6, unreadable: 250 });
    for (const [index, id] of ids.entries()) {
      expect((await findPersonalData(backend.store.db, `incident:${id}`))?.keyId).toBe('second');
      expect(await detail(id, NEW_ONLY)).toMatchObject({
        caller: { hasName: true, maskedNumber: '0800•••••17' },
        notes: [{ text: `Catatan ${index}` }],
      });
    }
    expect(await reseal(withKeys(ROTATED), go())).toEqual({ resealed: 0, unreadable: 250 });
  });

  it('also seals notes from before notes were sealed', async () => {
    const id = await openOne();
    await addNote(backend, id, { text: 'lama' }, callerAs());
    await backend.store.db.execute(sql`update notes set text = 'Catatan lama'`);
    expect((await detail(id, TEST_KEYS)).notes).toMatchObject([{ text: 'Catatan lama' }]);
    expect(await reseal(backend, go())).toEqual({ resealed: 1, unreadable: 0 });
    expect((await detail(id, TEST_KEYS)).notes).toMatchObject([{ text: 'Catatan lama' }]);
    expect((await detail(id, NEW_ONLY)).notes).toMatchObject([{ text: null }]);
  });

  it('leaves the rest of an incident readable where the key is lost', async () => {
    const id = await openOne();
    await addNote(backend, id, { text: 'Catatan' }, callerAs());
    expect(await detail(id, NEW_ONLY)).toMatchObject({
      incident: { id },
      notes: [{ text: null }],
      caller: { hasName: false, maskedNumber: null, hasAddress: false },
    });
  });
});

describe('retention of personal data', () => {
  it('forgets callers so many days after the incident ended, and says so in the trail', async () => {
    const ended = await openOne();
    const open = await openOne();
    const call = await recordCall(backend, { type: 'prank', caller: CALLER }, callerAs());
    await transitionIncident(backend, ended, { to: 'false_report' }, callerAs());
    const known = async () =>
      Promise.all(
        [`incident:${ended}`, `incident:${open}`, `call:${call.id}`].map(
          async (subject) => (await findPersonalData(backend.store.db, subject)) !== null,
        ),
      );
    backend.clock.advance(89 * DAY_MS);
    expect(await prunePersonalData(backend, 90)).toBe(0);
    expect(await known()).toEqual([true, true, true]);
    backend.clock.advance(2 * DAY_MS);
    expect(await prunePersonalData(backend, 90)).toBe(2);
    expect(await known()).toEqual([false, true, false]);
    const { items } = await listAudit(
      backend.store.db,
      { action: 'personalData.forget' },
      { before: null, limit: 10 },
    );
    expect(items).toMatchObject([
      { actorId: 'retention', role: null, outcome: 'done', details: { removed: 2, days: 90 } },
    ]);
  });
});
