import type { AreaCollection, CityPack } from '@shared/domain/city-pack';
import { PRIORITIES } from '@shared/domain/priority';
import { COMMITTED_MEANINGS } from '@shared/domain/unit-lifecycle';
import type { UnitStatusMeaning } from '@shared/domain/unit-status';

import type { CityPackProblem } from './city-pack-error';

/** Without a status of each of these meanings a dispatch could not be carried through. */
const NEEDED_MEANINGS: readonly UnitStatusMeaning[] = [
  ...COMMITTED_MEANINGS,
  'available_at_station',
  'returning',
];

/**
 * What no single file can say: that codes named in one exist in another, once each, and that areas and
 * lists cover the same places.
 * @returns every contradiction; empty for a pack that holds together
 */
export function checkCityPack(pack: CityPack): CityPackProblem[] {
  return [
    ...checkCity(pack),
    ...checkTerritory(pack),
    ...checkAreas('kecamatan.geojson', pack.kecamatanAreas, 'kecamatan.json', pack.kecamatan),
    ...checkAreas('kelurahan.geojson', pack.kelurahanAreas, 'kelurahan.json', pack.kelurahan),
    ...checkCategories(pack),
    ...checkUnitStatuses(pack),
    ...checkUnits(pack),
    ...checkComplaints(pack),
  ];
}

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

function checkTerritory({ city, kecamatan, kelurahan }: CityPack): CityPackProblem[] {
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

function checkCategories({
  agencies,
  incidentCategories,
  priorities,
}: CityPack): CityPackProblem[] {
  const file = 'incident-categories.json';
  const agencyCodes = new Set(agencies.map(({ code }) => code));
  const values = new Set(priorities.map(({ value }) => value));
  return [
    ...repeats(
      'agencies.json',
      'code',
      agencies.map(({ code }) => code),
    ),
    ...repeats(
      'priorities.json',
      'value',
      priorities.map(({ value }) => value),
    ),
    ...PRIORITIES.filter((value) => !values.has(value)).map((value) => ({
      file: 'priorities.json',
      path: '',
      reason: `${value} is not described`,
    })),
    ...repeats(
      file,
      'code',
      incidentCategories.map(({ code }) => code),
    ),
    ...incidentCategories.flatMap(({ leadAgencies, supportAgencies, subcategories }, index) => [
      ...repeats(
        file,
        'code',
        subcategories.map(({ code }) => code),
        `[${index}].subcategories`,
      ),
      ...leadAgencies.flatMap((code, k) =>
        unknown(file, `[${index}].leadAgencies[${k}]`, code, agencyCodes, 'agencies.json'),
      ),
      ...supportAgencies.flatMap((code, k) =>
        unknown(file, `[${index}].supportAgencies[${k}]`, code, agencyCodes, 'agencies.json'),
      ),
    ]),
  ];
}

function checkUnitStatuses({ unitStatuses }: CityPack): CityPackProblem[] {
  const file = 'unit-statuses.json';
  const meanings = new Set(unitStatuses.map(({ meaning }) => meaning));
  return [
    ...repeats(
      file,
      'code',
      unitStatuses.map(({ code }) => code),
    ),
    ...NEEDED_MEANINGS.filter((meaning) => !meanings.has(meaning)).map((meaning) => ({
      file,
      path: '',
      reason: `no status means ${meaning}, which every dispatch needs`,
    })),
    ...unitStatuses.flatMap(({ warnAfterMs, alertAfterMs }, index) =>
      warnAfterMs !== null && alertAfterMs !== null && warnAfterMs >= alertAfterMs
        ? [{ file, path: `[${index}].alertAfterMs`, reason: 'must be later than warnAfterMs' }]
        : [],
    ),
  ];
}

function checkUnits({ agencies, stations, units, unitStatuses }: CityPack): CityPackProblem[] {
  const agencyCodes = new Set(agencies.map(({ code }) => code));
  const stationCodes = new Set(stations.map(({ code }) => code));
  const statuses = new Map(unitStatuses.map((status) => [status.code, status]));
  return [
    ...repeats(
      'stations.json',
      'code',
      stations.map(({ code }) => code),
    ),
    ...stations.flatMap(({ agencyCode }, index) =>
      unknown('stations.json', `[${index}].agencyCode`, agencyCode, agencyCodes, 'agencies.json'),
    ),
    ...repeats(
      'units.json',
      'callSign',
      units.map(({ callSign }) => callSign),
    ),
    ...units.flatMap(({ agencyCode, stationCode, initialStatusCode }, index) => [
      ...unknown('units.json', `[${index}].agencyCode`, agencyCode, agencyCodes, 'agencies.json'),
      ...unknown(
        'units.json',
        `[${index}].stationCode`,
        stationCode,
        stationCodes,
        'stations.json',
      ),
      ...unknown(
        'units.json',
        `[${index}].initialStatusCode`,
        initialStatusCode,
        new Set(statuses.keys()),
        'unit-statuses.json',
      ),
      ...(statuses.get(initialStatusCode)?.availabilityClass === 'committed'
        ? [
            {
              file: 'units.json',
              path: `[${index}].initialStatusCode`,
              reason: 'a unit cannot start on an incident',
            },
          ]
        : []),
    ]),
  ];
}

function checkComplaints({ agencies, complaintCategories, sla }: CityPack): CityPackProblem[] {
  const file = 'complaint-categories.json';
  const agencyCodes = new Set(agencies.map(({ code }) => code));
  const slaCodes = new Set(sla.rules.map(({ code }) => code));
  return [
    ...repeats(
      file,
      'code',
      complaintCategories.map(({ code }) => code),
    ),
    ...repeats(
      'sla.json',
      'code',
      sla.rules.map(({ code }) => code),
      'rules',
    ),
    ...repeats(
      'sla.json',
      'day',
      sla.holidays.map(({ day }) => day),
      'holidays',
    ),
    ...complaintCategories.flatMap(({ agencyCode, slaCode }, index) => [
      ...unknown(file, `[${index}].agencyCode`, agencyCode, agencyCodes, 'agencies.json'),
      ...unknown(file, `[${index}].slaCode`, slaCode, slaCodes, 'sla.json'),
    ]),
  ];
}

function unknown(
  file: string,
  path: string,
  code: string,
  known: ReadonlySet<string>,
  knownFile: string,
): CityPackProblem[] {
  return known.has(code) ? [] : [{ file, path, reason: `${code} is not in ${knownFile}` }];
}

/** @param list path of the list inside the file; empty when the file is the list */
function repeats(
  file: string,
  field: string,
  values: readonly string[],
  list = '',
): CityPackProblem[] {
  return values.flatMap((value, index) =>
    values.indexOf(value) < index
      ? [{ file, path: `${list}[${index}].${field}`, reason: `${value} occurs twice` }]
      : [],
  );
}
