import { kpiReportSchema } from '@shared/protocol/kpi';
import { expect, it } from 'vitest';

import { readReport } from '../../../src/backend/kpi/read-report';
import { createFakeClock } from '../../support/fake-clock';
import { openTestStore } from '../../support/open-test-store';
import { randomHistory } from './random-history';
import { recount } from './recount';
import { writeHistory } from './write-history';

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

it.each(NOW_OF_SEED)('equals a recount of random history %i at %s', async (seed, now) => {
  const clock = createFakeClock(now);
  const store = await openTestStore(clock);
  try {
    const history = randomHistory(seed, now);
    await writeHistory(store, history);
    for (const period of PERIODS) {
      const { seq, ...counted } = kpiReportSchema.parse(await readReport(store.db, clock, period));
      expect(seq, 'steps were logged').toBeGreaterThan(0);
      expect(counted, `seed ${seed}, ${period.from} to ${period.to}`).toEqual(
        recount(history, period, now),
      );
    }
  } finally {
    await store.close();
  }
});
