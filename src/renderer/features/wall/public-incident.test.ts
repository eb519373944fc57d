import type { CityPack } from '@shared/domain/city-pack';
import { describe, expect, it } from 'vitest';

import { anIncident } from '../../live/testing/records';
import { publicIncident, WITHHELD_CATEGORY } from './public-incident';

const category = (code: string, isSensitive: boolean): CityPack['incidentCategories'][number] => ({
  code,
  label: { id: code, en: code },
  subcategories: [],
  leadAgencies: ['DAMKAR'],
  supportAgencies: [],
  defaultPriority: 'P2',
  isSensitive,
  source: 'test',
});
const city: Pick<CityPack, 'incidentCategories' | 'kelurahan'> = {
  incidentCategories: [category('KBK', false), category('MED', true)],
  kelurahan: [
    {
      code: '36.72.01.1001',
      name: 'Uji',
      aliases: [],
      kecamatanCode: '36.72.01',
      areaKm2: 1,
      postalCode: '42400',
      center: [106.05, -6.02],
      source: 'test',
    },
  ],
};
const area = {
  kind: 'in_city',
  kecamatanCode: '36.72.01',
  kelurahanCode: '36.72.01.1001',
} as const;

describe('publicIncident', () => {
  it('shows an incident of an ordinary category as it is', () => {
    const incident = anIncident({ categoryCode: 'KBK', lngLat: [106.06, -6.01] });
    expect(publicIncident(incident, city)).toBe(incident);
  });

  it('withholds a sensitive category, and places it in the middle of its kelurahan', () => {
    const incident = anIncident({
      categoryCode: 'MED',
      subcategoryCode: 'stroke',
      area,
      lngLat: [106.06, -6.01],
    });
    expect(publicIncident(incident, city)).toEqual({
      ...incident,
      categoryCode: WITHHELD_CATEGORY,
      subcategoryCode: null,
      lngLat: [106.05, -6.02],
    });
  });

  it('places a sensitive one nowhere while its kelurahan is not known', () => {
    const incident = anIncident({
      categoryCode: 'MED',
      area: { kind: 'unknown' },
      lngLat: [106, -6],
    });
    expect(publicIncident(incident, city).lngLat).toBeNull();
  });

  it('withholds a category that the pack does not know', () => {
    expect(publicIncident(anIncident({ categoryCode: 'XYZ' }), city).categoryCode).toBe(
      WITHHELD_CATEGORY,
    );
  });
});
