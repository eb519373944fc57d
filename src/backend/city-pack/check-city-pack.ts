import { type CityPack, ROOM_DISPLAY_CLASS } from '@shared/domain/city-pack';
import { PRIORITIES } from '@shared/domain/priority';
import { COMMITTED_MEANINGS } from '@shared/domain/unit-lifecycle';
import type { UnitStatusMeaning } from '@shared/domain/unit-status';

import { TERRITORY_CHECKS } from './check-territory';
import type { CityPackProblem } from './city-pack-error';
import type { PackCheck } from './pack-check';
import { repeats, unknown } from './pack-references';

/** Without a status of each of these meanings a dispatch could not be carried through. */
const NEEDED_MEANINGS: readonly UnitStatusMeaning[] = [
  ...COMMITTED_MEANINGS,
  'available_at_station',
  'returning',
];

/**
 * What no single file can say: that codes named in one exist in another, once each, and that areas and
 * lists cover the same places. A check only looks at the files it names.
 */
export const CHECKS: readonly PackCheck[] = [
  ...TERRITORY_CHECKS,
  {
    reads: ['agencies.json', 'incident-categories.json', 'priorities.json'],
    check: checkCategories,
  },
  { reads: ['unit-statuses.json'], check: checkUnitStatuses },
  {
    reads: ['agencies.json', 'stations.json', 'units.json', 'unit-statuses.json'],
    check: checkUnits,
  },
  { reads: ['agencies.json', 'complaint-categories.json', 'sla.json'], check: checkComplaints },
  { reads: ['privacy.json'], check: checkPrivacy },
];

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

function checkPrivacy({ privacy }: CityPack): CityPackProblem[] {
  const file = 'privacy.json';
  const codes = privacy.displayClasses.map(({ code }) => code);
  const reason = `the class "${ROOM_DISPLAY_CLASS}" is missing, of which the room's own walls are`;
  return [
    ...repeats(file, 'code', codes, 'displayClasses'),
    ...(codes.includes(ROOM_DISPLAY_CLASS) ? [] : [{ file, path: 'displayClasses', reason }]),
  ];
}
