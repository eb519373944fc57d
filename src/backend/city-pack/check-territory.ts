import type { AreaCollection, CityPack } from '@shared/domain/city-pack';

import type { CityPackProblem } from './city-pack-error';
import type { PackCheck } from './pack-check';
import { repeats, unknown } from './pack-references';

/** Whether city, kecamatan, kelurahan and their areas describe the same territory. */
export const TERRITORY_CHECKS: readonly PackCheck[] = [
  { reads: ['city.json'], check: checkCity },
  { reads: ['city.json', 'kecamatan.json', 'kelurahan.json'], check: checkCodes },
  {
    reads: ['kecamatan.json', 'kecamatan.geojson'],
    check: (pack) =>
      checkAreas('kecamatan.geojson', pack.kecamatanAreas, 'kecamatan.json', pack.kecamatan),
  },
  {
    reads: ['kelurahan.json', 'kelurahan.geojson'],
    check: (pack) =>
      checkAreas('kelurahan.geojson', pack.kelurahanAreas, 'kelurahan.json', pack.kelurahan),
  },
];

function checkCity({ city }: CityPack): CityPackProblem[] {
  const [west, south, east, north] = city.bounds;
  const [lng, lat] = city.center;
  const isInside = west < lng && lng < east && south < lat && lat < north;
  return isInside
    ? []
    : [
        {
          file: 'city.json',
          path: 'bounds',
          reason: 'must be [west, south, east, north] around center',
        },
      ];
}

function checkCodes({ city, kecamatan, kelurahan }: CityPack): CityPackProblem[] {
  const kecamatanCodes = new Set(kecamatan.map(({ code }) => code));
  return [
    ...repeats(
      'kecamatan.json',
      'code',
      kecamatan.map(({ code }) => code),
    ),
    ...repeats(
      'kelurahan.json',
      'code',
      kelurahan.map(({ code }) => code),
    ),
    ...kecamatan.flatMap(({ code, name }, index) => [
      ...(code.startsWith(`${city.code}.`)
        ? []
        : [
            {
              file: 'kecamatan.json',
              path: `[${index}].code`,
              reason: `${code} is not in the city ${city.code}`,
            },
          ]),
      ...(kelurahan.some(({ kecamatanCode }) => kecamatanCode === code)
        ? []
        : [{ file: 'kecamatan.json', path: `[${index}]`, reason: `${name} has no kelurahan` }]),
    ]),
    ...kelurahan.flatMap(({ code, kecamatanCode }, index) => [
      ...unknown(
        'kelurahan.json',
        `[${index}].kecamatanCode`,
        kecamatanCode,
        kecamatanCodes,
        'kecamatan.json',
      ),
      ...(code.startsWith(`${kecamatanCode}.`)
        ? []
        : [
            {
              file: 'kelurahan.json',
              path: `[${index}].code`,
              reason: `${code} does not begin with its kecamatan ${kecamatanCode}`,
            },
          ]),
    ]),
  ];
}

function checkAreas(
  file: string,
  areas: AreaCollection,
  listFile: string,
  list: readonly { code: string; name: string }[],
): CityPackProblem[] {
  const listed = new Set(list.map(({ code }) => code));
  const drawn = new Set(areas.features.map(({ properties }) => properties.code));
  return [
    ...repeats(
      file,
      'properties.code',
      areas.features.map(({ properties }) => properties.code),
      'features',
    ),
    ...areas.features.flatMap(({ properties, geometry }, index) => [
      ...unknown(file, `features[${index}].properties.code`, properties.code, listed, listFile),
      ...(geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates)
        .flat()
        .filter((ring) => String(ring[0]) !== String(ring.at(-1)))
        .map(() => ({
          file,
          path: `features[${index}].geometry`,
          reason: `a ring of ${properties.name} is not closed`,
        })),
    ]),
    ...list
      .filter(({ code }) => !drawn.has(code))
      .map(({ code, name }) => ({
        file,
        path: 'features',
        reason: `${name} (${code}) of ${listFile} has no area`,
      })),
  ];
}
