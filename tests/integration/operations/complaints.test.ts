import { afterAll, beforeAll, expect, it } from 'vitest';

import { readComplaint } from '../../../src/backend/operations/read-complaint';
import { receiveComplaint } from '../../../src/backend/operations/receive-complaint';
import { transitionComplaint } from '../../../src/backend/operations/transition-complaint';
import { callerAs, openTestBackend, type TestBackend } from '../../support/test-backend';

const caller = callerAs();
let backend: TestBackend;
beforeAll(async () => {
  backend = await openTestBackend();
});
afterAll(() => backend.store.close());

const receive = async () =>
  (await receiveComplaint(backend, { categoryCode: 'sampah', channel: 'cilegon_juare' }, caller))
    .id;
const step = (id: string, command: Parameters<typeof transitionComplaint>[2]) => {
  backend.clock.advance(60_000);
  return transitionComplaint(backend, id, command, caller);
};

it('gives a complaint its agency, class and deadline by the city’s tables', async () => {
  backend.clock.set('2026-11-24T02:00:00.000Z');
  expect(await readComplaint(backend, await receive())).toMatchObject({
    agencyCode: 'dlh',
    class: 'pengaduan',
    // Five working days on, over a holiday and a weekend.
    dueAt: '2026-12-02T02:00:00.000Z',
  });
});

it('writes the first response once, and takes the end back when it is opened again', async () => {
  const id = await receive();
  await step(id, { to: 'diverifikasi' });
  expect((await readComplaint(backend, id)).firstResponseAt).toBeNull();
  await step(id, { to: 'didisposisikan' });
  const { firstResponseAt } = await readComplaint(backend, id);
  expect(firstResponseAt).toBe(backend.clock.now());
  for (const to of ['diproses', 'menunggu_validasi', 'selesai'] as const) await step(id, { to });
  expect((await readComplaint(backend, id)).endedAt).toBe(backend.clock.now());
  await step(id, { to: 'dibuka_kembali' });
  await step(id, { to: 'didisposisikan' });
  expect(await readComplaint(backend, id)).toMatchObject({ endedAt: null, firstResponseAt });
});

it('goes to another agency with didisposisikan only', async () => {
  const id = await receive();
  await expect(step(id, { to: 'diverifikasi', agencyCode: 'damkar' })).rejects.toMatchObject({
    code: 'validation_failed',
  });
  await step(id, { to: 'diverifikasi' });
  await expect(step(id, { to: 'didisposisikan', agencyCode: 'x' })).rejects.toThrow('Known are');
  await step(id, { to: 'didisposisikan', agencyCode: 'polres' });
  expect((await readComplaint(backend, id)).agencyCode).toBe('polres');
});

it('refuses a step before the state it leaves was entered', async () => {
  const id = await receive();
  await step(id, { to: 'diverifikasi' });
  await expect(
    step(id, { to: 'didisposisikan', at: '2026-11-24T02:00:00.000Z' }),
  ).rejects.toMatchObject({ code: 'validation_failed' });
});
