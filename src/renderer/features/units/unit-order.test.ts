import { describe, expect, it } from 'vitest';

import { aUnit } from '../../app/testing/records';
import { sampleCity } from '../../app/testing/sample-city';
import { arrangeUnits } from './unit-order';

const statuses = sampleCity.unitStatuses;
const units = [
  aUnit({ id: 'PSC-02', agencyCode: 'PSC119', statusCode: 'RUSAK', statusMeaning: 'maintenance' }),
  aUnit({ id: 'DMK-02' }),
  aUnit({ id: 'PSC-01', agencyCode: 'PSC119', statusCode: 'MENUJU', statusMeaning: 'en_route' }),
  aUnit({ id: 'DMK-01' }),
];

describe('unit board', () => {
  it('shows who is at work first, then who is free, in lines of the wanted length', () => {
    expect(
      arrangeUnits(units, statuses, { arrangement: 'status', filter: 'all', columns: 3 }),
    ).toEqual([
      { kind: 'units', unitIds: ['PSC-01', 'DMK-01', 'DMK-02'] },
      { kind: 'units', unitIds: ['PSC-02'] },
    ]);
  });

  it('groups by agency under headings', () => {
    expect(
      arrangeUnits(units, statuses, { arrangement: 'agency', filter: 'all', columns: 2 }),
    ).toEqual([
      { kind: 'heading', agencyCode: 'DAMKAR', count: 2 },
      { kind: 'units', unitIds: ['DMK-01', 'DMK-02'] },
      { kind: 'heading', agencyCode: 'PSC119', count: 2 },
      { kind: 'units', unitIds: ['PSC-01', 'PSC-02'] },
    ]);
  });

  it('never filters a crew in danger away, and puts it on top', () => {
    const withSos = [...units, aUnit({ id: 'POL-09', agencyCode: 'POLRES', isSos: true })];
    expect(
      arrangeUnits(withSos, statuses, { arrangement: 'status', filter: 'committed', columns: 4 }),
    ).toEqual([{ kind: 'units', unitIds: ['POL-09', 'PSC-01'] }]);
  });
});
