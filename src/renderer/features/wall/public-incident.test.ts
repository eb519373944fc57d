import { WITHHELD_CATEGORY } from '@shared/domain/render-record';
import { describe, expect, it } from 'vitest';

import { sampleCity } from '../../app/testing/sample-city';
import { anIncident } from '../../live/testing/records';
import { publicIncident } from './public-incident';

const area = {
  kind: 'in_city',
  kecamatanCode: '36.72.06',
  kelurahanCode: '36.72.06.1001',
} as const;
const CENTER = [106.02, -5.97];

describe('publicIncident', () => {
  it('shows an incident of an ordinary category in its kelurahan, not at its house', () => {
    const incident = anIncident({ categoryCode: 'KBK', area, lngLat: [106.06, -6.01] });
    expect(publicIncident(incident, sampleCity)).toEqual({ ...incident, lngLat: CENTER });
  });

  it.each(['MED', 'XYZ'])('withholds what a sensitive or unknown category (%s) is', (code) => {
    const incident = anIncident({ categoryCode: code, subcategoryCode: 'stroke', area });
    expect(publicIncident(incident, sampleCity)).toMatchObject({
      categoryCode: WITHHELD_CATEGORY,
      subcategoryCode: null,
      agencyCodes: [],
      lngLat: CENTER,
    });
  });

  it('leaves what the server has rendered for a display as it is told', () => {
    const told = publicIncident(anIncident({ categoryCode: 'MED', area }), sampleCity);
    expect(told && publicIncident(told, sampleCity)).toEqual(told);
  });

  it('shows nothing where the pack hides sensitive incidents from the room’s walls', () => {
    const hiding = structuredClone(sampleCity);
    for (const displayClass of hiding.privacy.displayClasses) displayClass.sensitive = 'hidden';
    expect(publicIncident(anIncident({ categoryCode: 'MED' }), hiding)).toBeNull();
    expect(publicIncident(anIncident({ categoryCode: 'KBK' }), hiding)).not.toBeNull();
  });
});
