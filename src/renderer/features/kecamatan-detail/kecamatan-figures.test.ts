import { expect, it } from 'vitest';

import { aComplaint, anIncident, minutesAgo, NOW_MS } from '../../app/testing/records';
import { kecamatanComplaints, openIncidentIdsIn } from './kecamatan-figures';

const elsewhere = { kind: 'in_city', kecamatanCode: '36.72.01', kelurahanCode: null } as const;

it('counts the open complaints recorded in the kecamatan, by category and agency', () => {
  const figures = kecamatanComplaints(
    [
      aComplaint({ id: '1' }),
      aComplaint({ id: '2', dueAt: minutesAgo(5) }),
      aComplaint({ id: '3', categoryCode: 'sampah', agencyCode: 'DLH' }),
      aComplaint({ id: '4', endedAt: minutesAgo(1), state: 'selesai' }),
      aComplaint({ id: '5', area: elsewhere }),
      aComplaint({ id: '6', area: { kind: 'unknown' } }),
    ],
    '36.72.06',
    NOW_MS,
  );
  expect(figures).toEqual({
    open: 3,
    overdue: 1,
    byCategory: [
      ['jalan_rusak', 2],
      ['sampah', 1],
    ],
    byAgency: [
      ['DPUPR', 2],
      ['DLH', 1],
    ],
  });
});

it('lists the open incidents recorded in the kecamatan', () => {
  const incidents = [
    anIncident({ id: '1' }),
    anIncident({ id: '2', area: elsewhere }),
    anIncident({ id: '3', state: 'closed', endedAt: minutesAgo(1) }),
  ];
  expect(openIncidentIdsIn(incidents, '36.72.06')).toEqual(['1']);
});
