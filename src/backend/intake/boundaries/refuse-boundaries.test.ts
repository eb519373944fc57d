import type { CityPack } from '@shared/domain/city-pack';
import { beforeAll, describe, expect, it } from 'vitest';

import { loadCilegon } from '../../../../tests/support/cilegon';
import * as files from './testing/boundary-files';
import { eachPosition, type Feature } from './testing/boundary-files';

let city: CityPack;
beforeAll(async () => {
  city = await loadCilegon();
});
const buildFile = (edit?: (features: Feature[]) => Feature[]): files.File =>
  files.buildFile(city, edit);
const problemsOf = (file: files.File | string, given?: { code?: string; name?: string }) =>
  files.problemsOf(city, file, given);

describe('what is refused as a whole', () => {
  it('a file that is not JSON', () => {
    expect(problemsOf('{"type": "FeatureCollection", "features": [')).toEqual([
      expect.stringContaining('it is not JSON'),
    ]);
  });

  it('JSON that is not GeoJSON, and an empty collection', () => {
    expect(problemsOf('{"rows": []}')).toEqual([expect.stringContaining('FeatureCollection')]);
    expect(problemsOf({ type: 'FeatureCollection', features: [] })).toEqual([
      'it holds no features',
    ]);
  });

  it('projected coordinates', () => {
    const file = buildFile((features) =>
      features.map((feature) => {
        eachPosition(feature, (position) => {
          position[0] = 500_000 + ((position[0] ?? 0) - 105) * 110_000;
          position[1] = 10_000_000 + (position[1] ?? 0) * 110_600;
        });
        return feature;
      }),
    );
    expect(problemsOf(file)).toEqual([expect.stringContaining('the file is projected')]);
  });

  it('another coordinate system by name', () => {
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::32748' } };
    expect(problemsOf({ ...buildFile(), crs })).toEqual([
      expect.stringContaining('urn:ogc:def:crs:EPSG::32748'),
    ]);
    const named = { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } };
    expect(problemsOf({ ...buildFile(), crs: named })).toEqual([]);
  });

  it('latitude before longitude', () => {
    const file = buildFile((features) =>
      features.map((feature) => {
        eachPosition(feature, (position) => position.reverse());
        return feature;
      }),
    );
    expect(problemsOf(file)).toEqual([expect.stringContaining('latitude comes before longitude')]);
  });

  it('missing kelurahan, all of them named', () => {
    const file = buildFile((features) => features.slice(2));
    expect(problemsOf(file)).toEqual([
      'kelurahan Cibeber (36.72.01.1001) is missing',
      'kelurahan Kedaleman (36.72.01.1002) is missing',
    ]);
  });

  it('areas that overlap by more than half a per cent, naming the pairs', () => {
    const file = buildFile((features) => {
      for (const feature of features.slice(0, 6))
        eachPosition(feature, (position) => (position[0] = (position[0] ?? 0) - 0.01));
      return features;
    });
    const [first, ...pairs] = problemsOf(file);
    expect(first).toMatch(/overlap by \d+\.\d\d % of the city, more than 0\.50 %/);
    expect(pairs[0]).toMatch(/^\w+.* and \w+.* overlap by \d+\.\d ha$/);
  });

  it('a code and a name that contradict each other', () => {
    const file = buildFile((features) =>
      features.map((feature, index) =>
        index === 0
          ? { ...feature, properties: { ...feature.properties, NAMOBJ: 'GEREM', WADMKC: 'GROGOL' } }
          : feature,
      ),
    );
    expect(problemsOf(file)).toEqual([
      expect.stringContaining('its code is that of Cibeber, its name that of Gerem'),
    ]);
    expect(problemsOf(file, { code: 'KDEPUM' })).toEqual([]);
  });

  it('a file in which nothing can be recognised, or a field that is not there', () => {
    const file = buildFile((features) =>
      features.map((one) => ({ ...one, properties: { id: 1 } })),
    );
    expect(problemsOf(file)).toEqual([expect.stringContaining('--code-field')]);
    expect(problemsOf(buildFile(), { code: 'KODE' })).toEqual([
      'no feature has a field KODE. Its fields: OBJECTID, KDEPUM, NAMOBJ, WADMKC',
    ]);
  });

  it('another city under our codes, and an area that has come to nothing', () => {
    const file = buildFile((features) => {
      const [first, second] = features;
      if (first !== undefined)
        eachPosition(first, (position) => (position[0] = (position[0] ?? 0) + 5));
      if (second !== undefined) eachPosition(second, (position) => position.splice(0, 2, 106, -6));
      return features;
    });
    expect(problemsOf(file)).toEqual([
      expect.stringContaining('Cibeber (36.72.01.1001) lies at 111.'),
      'kelurahan Kedaleman (36.72.01.1002) has no area',
    ]);
  });
});
