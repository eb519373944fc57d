import { CALL_TYPES } from '@shared/domain/call';
import { COMPLAINT_STATES } from '@shared/domain/complaint';
import { INCIDENT_STATES } from '@shared/domain/incident';
import { HOUR_MS } from '@shared/domain/time';
import { snapshotSchema } from '@shared/protocol/snapshot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { AppError } from '../../../src/backend/errors';
import { addNote } from '../../../src/backend/operations/add-note';
import { dispatchUnits } from '../../../src/backend/operations/dispatch-units';
import { openIncident } from '../../../src/backend/operations/open-incident';
import { receiveComplaint } from '../../../src/backend/operations/receive-complaint';
import { recordCall } from '../../../src/backend/operations/record-call';
import { recordUnitStatus } from '../../../src/backend/operations/record-unit-status';
import { transitionComplaint } from '../../../src/backend/operations/transition-complaint';
import { transitionIncident } from '../../../src/backend/operations/transition-incident';
import { readSnapshot } from '../../../src/backend/store/snapshot';
import { applyChanges } from '../../../src/renderer/live/apply-changes';
import type { LiveModel } from '../../../src/renderer/live/model';
import { modelFromSnapshot } from '../../../src/renderer/live/model-from-snapshot';
import { canonicalModelText } from '../../../src/renderer/live/model-hash';
import { createSeededRandom, type SeededRandom } from '../../stream/seeded-random';
import { readChanges } from '../../support/read-changes';
import { callerAs, openTestBackend, type TestBackend } from '../../support/test-backend';

const STEPS = 250;

let backend: TestBackend;
beforeAll(async () => {
  backend = await openTestBackend();
});
afterAll(() => backend.store.close());

describe('readSnapshot', () => {
  it.each([1, 2, 3])(
    'is what a client has that followed the log, over days of random operations (seed %i)',
    async (seed) => {
      const random = createSeededRandom(seed);
      const city = createRandomCity(backend, random);
      let model = modelFromSnapshot(await readSnapshot(backend.store.db));
      for (let step = 0; step < STEPS; step += 1) {
        backend.clock.advance(random.chance(0.05) ? 9 * HOUR_MS : random.integer(1, 600_000));
        await city.act();
        if (step % 10 !== 0) continue;
        const snapshot = snapshotSchema.parse(await readSnapshot(backend.store.db));
        model = await follow(backend, model);
        expect(canonicalModelText(model)).toBe(canonicalModelText(modelFromSnapshot(snapshot)));
      }
    },
  );

  it('is of one moment while writers go on', async () => {
    const start = modelFromSnapshot(await readSnapshot(backend.store.db));
    const writing = Promise.all(
      Array.from({ length: 40 }, () => openIncident(backend, { categoryCode: 'KBK' }, callerAs())),
    );
    const snapshots = await Promise.all(
      Array.from({ length: 10 }, () => readSnapshot(backend.store.db)),
    );
    await writing;
    const changes = await readChanges(backend.store.db, start.seq, 1_000);
    for (const snapshot of snapshots) {
      const upToIt = changes.filter(({ seq }) => seq <= snapshot.seq);
      const { model } = applyChanges(start, upToIt);
      expect(canonicalModelText(model)).toBe(canonicalModelText(modelFromSnapshot(snapshot)));
    }
  });
});

/** As a client: changes in order, and a new snapshot where only that makes the state whole. */
async function follow({ store }: TestBackend, model: LiveModel): Promise<LiveModel> {
  const result = applyChanges(model, await readChanges(store.db, model.seq, 10_000));
  expect(result.kind).not.toBe('gap');
  return result.kind === 'applied' ? result.model : modelFromSnapshot(await readSnapshot(store.db));
}

/** Does one thing at random to whatever there is; what the rules refuse is refused, and that is fine. */
function createRandomCity(backend: TestBackend, random: SeededRandom) {
  const caller = callerAs();
  const incidentIds: string[] = [];
  const complaintIds: string[] = [];
  const unitIds = backend.city.units.map(({ callSign }) => callSign);
  const statusCodes = backend.city.unitStatuses.map(({ code }) => code);
  const oneOf = <T>(items: readonly T[]): T => {
    const item = random.pick(items);
    if (item === undefined) throw new AppError('not_found', 'nothing there yet');
    return item;
  };
  const actions: (() => Promise<unknown>)[] = [
    () => recordCall(backend, { type: oneOf(CALL_TYPES) }, caller),
    async () =>
      incidentIds.push(
        (await openIncident(backend, { categoryCode: oneOf(['KBK', 'MED']) }, caller)).id,
      ),
    async () =>
      complaintIds.push(
        (await receiveComplaint(backend, { categoryCode: 'sampah', channel: 'whatsapp' }, caller))
          .id,
      ),
    ...repeat(4, () =>
      transitionIncident(backend, oneOf(incidentIds), { to: oneOf(INCIDENT_STATES) }, caller),
    ),
    ...repeat(4, () =>
      transitionComplaint(backend, oneOf(complaintIds), { to: oneOf(COMPLAINT_STATES) }, caller),
    ),
    ...repeat(3, () =>
      dispatchUnits(backend, oneOf(incidentIds), { unitIds: [oneOf(unitIds)] }, caller),
    ),
    ...repeat(6, () =>
      recordUnitStatus(backend, oneOf(unitIds), { statusCode: oneOf(statusCodes) }, caller),
    ),
    () => recordUnitStatus(backend, oneOf(unitIds), { isSos: random.chance(0.5) }, caller),
    () => addNote(backend, oneOf(incidentIds), { text: 'catatan' }, caller),
  ];
  return {
    async act(): Promise<void> {
      try {
        await oneOf(actions)();
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
      }
    },
  };
}

const repeat = <T>(times: number, item: T): T[] => Array.from({ length: times }, () => item);
