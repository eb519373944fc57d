import { expect, it } from 'vitest';

import { aComplaint, anIncident, milestones, minutesAgo, NOW_MS } from '../../app/testing/records';
import { complaintsToday, incidentsByCategory } from './overview-figures';

const TODAY = '2026-11-24';
const YESTERDAY = minutesAgo(15 * 60);

it('counts the incidents of the WIB day by category, most first, and says how many are open', () => {
  const rows = incidentsByCategory(
    [
      anIncident({ id: '1', categoryCode: 'MED' }),
      anIncident({ id: '2', categoryCode: 'KBK', state: 'closed', endedAt: minutesAgo(1) }),
      anIncident({ id: '3', categoryCode: 'MED', state: 'closed', endedAt: minutesAgo(1) }),
      anIncident({
        id: '4',
        categoryCode: 'BJR',
        milestones: milestones({ callReceivedAt: YESTERDAY }),
      }),
      anIncident({ id: '5', categoryCode: 'BJR', milestones: milestones({}) }),
    ],
    TODAY,
  );
  expect(rows).toEqual([
    { categoryCode: 'MED', count: 2, open: 1 },
    { categoryCode: 'KBK', count: 1, open: 0 },
  ]);
});

it('tells open, overdue and new complaints apart', () => {
  const complaints = [
    aComplaint({ id: '1' }),
    aComplaint({ id: '2', receivedAt: YESTERDAY, dueAt: minutesAgo(1) }),
    aComplaint({ id: '3', dueAt: minutesAgo(1), endedAt: minutesAgo(2), state: 'selesai' }),
  ];
  expect(complaintsToday(complaints, TODAY, NOW_MS)).toEqual({ open: 2, overdue: 1, received: 2 });
});
