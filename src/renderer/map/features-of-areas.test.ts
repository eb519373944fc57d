import { describe, expect, it } from 'vitest';

import { areaLabelFeatures, areaLabelPoints, choropleth } from './features-of-areas';
import { createIdInterner } from './intern-ids';
import { buildCity } from './testing/build-map-records';

const city = buildCity();
const counts = {
  byKecamatan: new Map([['36.72.01', 30]]),
  outsideCity: 0,
  unknownArea: 0,
  total: 30,
};

describe('choropleth', () => {
  it('has no class and no count while nothing is known: unknown is not zero', () => {
    const { breaks, areas } = choropleth(city, null, 'count', createIdInterner());
    expect(breaks).toBeNull();
    expect(areas.every(({ areaClass, count }) => areaClass === null && count === null)).toBe(true);
  });

  it('counts 0 for a kecamatan without complaints once there is a picture', () => {
    const { areas } = choropleth(city, counts, 'count', createIdInterner());
    expect(areas.map(({ count }) => count)).toEqual([30, 0]);
    expect(areas.map(({ areaClass }) => areaClass)).toEqual([1, 0]);
  });
});

describe('areaLabelFeatures', () => {
  it("writes the count with its rate per 1,000 residents, in the reader's language", () => {
    const points = areaLabelPoints(city);
    const [indonesian] = areaLabelFeatures(city, points, counts, createIdInterner(), 'id');
    expect(indonesian?.properties).toEqual({
      code: '36.72.01',
      name: 'UTARA',
      figure: '30 (0,5/1.000)',
    });
    const [english] = areaLabelFeatures(city, points, counts, createIdInterner(), 'en');
    expect(english?.properties.figure).toBe('30 (0.5/1,000)');
  });
});
