import { expect, it } from 'vitest';

import { anIncident } from '../../app/testing/records';
import { ownFirst } from './own-first';

const incidents = [
  anIncident({ id: '1', priority: 'P1' }),
  anIncident({ id: '2', priority: 'P2', agencyCodes: ['DAMKAR'] }),
  anIncident({ id: '3', priority: 'P3', agencyCodes: ['DAMKAR', 'PSC119'] }),
];
const idsOf = (agency: string | null) => ownFirst(incidents, agency).map(({ id }) => id);

it('shows an agency its own incidents first, in the order they had', () => {
  expect(idsOf('DAMKAR')).toEqual(['2', '3', '1']);
});

it('leaves the order to everybody else', () => {
  expect(idsOf(null)).toEqual(['1', '2', '3']);
});
