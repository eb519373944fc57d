import { kpiReportSchema } from '@shared/protocol/kpi';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { readReport } from '../../../src/backend/kpi/read-report';
import type { Store } from '../../../src/backend/store/open-store';
import { createFakeClock } from '../../support/fake-clock';
import { openTestStore } from '../../support/open-test-store';
import { randomHistory } from './random-history';
import { recount } from './recount';
import { clearHistory, writeHistory } from './write-history';

const PERIODS = [
  { from: '2026-11-24', to: '2026-11-24' },
  { from: '2026-11-17', to: '2026-11-17' },
  { from: '2026-11-23', to: '2026-11-24' },
  { from: '2026-10-10', to: '2026-11-09' },
  { from: '2026-10-10', to: '2026-11-10' },
  { from: '2026-08-27', to: '2026-11-24' },
  { from: '2026-11-20', to: '2026-12-10' },
];

/** Mid-morning, on the hour, the last moment of a day and the first of one, in WIB. */
const NOW_OF_SEED = [
  [1, '2026-11-24T04:17:03.250Z'],
  [2, '2026-11-24T04:00:00.000Z'],
  [3, '2026-11-24T16:59:59.999Z'],
  [4, '2026-11-23T17:00:00.000Z'],
] as const;

const clock = createFakeClock();
let store: Store;
beforeAll(async () => {
  store = await openTestStore(clock);
});
afterAll(() => store.close());

it.each(NOW_OF_SEED)('equals a recount of random history %i at %s', async (seed, now) => {
  clock.set(now);
  const history = randomHistory(seed, now);
  await clearHistory(store);
  await writeHistory(store, history);
  for (const period of PERIODS) {
    const { report } = await readReport(store.db, clock, period, []);
    const { seq, ...counted } = kpiReportSchema.parse(report);
    expect(seq, 'steps were logged').toBeGreaterThan(0);
    expect(counted, `seed ${seed}, ${period.from} to ${period.to}`).toEqual(
      recount(history, period, now),
    );
  }
});
