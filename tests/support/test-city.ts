import {
  type CityPack,
  cityPackSchema,
  type UnitDefinition,
  type UnitStatusDefinition,
} from '@shared/domain/city-pack';
import type { LngLat } from '@shared/domain/lng-lat';

/**
 * A small made-up city of two square kecamatan side by side, west and east of 106.0° E; the western one has
 * two kelurahan, north and south of 6.0° S.
 */
export function buildTestCity(overrides: Partial<CityPack> = {}): CityPack {
  return cityPackSchema.parse({ ...BASE, ...overrides });
}

/** Inside the north-western kelurahan. */
export const IN_KELURAHAN_A: LngLat = [105.95, -5.95];
export const OUTSIDE_CITY: LngLat = [107, -7];

export function buildTestUnit(overrides: Partial<UnitDefinition> = {}): UnitDefinition {
  return {
    callSign: 'UJI-01',
    agencyCode: 'damkar',
    stationCode: 'pos-uji',
    kind: 'fire_engine',
    crew: 6,
    initialStatusCode: 'SIAGA',
    ...overrides,
  };
}

const source = 'test';
const label = (text: string) => ({ id: text, en: text });

const square = (west: number, south: number, east: number, north: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ] satisfies LngLat[],
  ],
});

const area = (code: string, geometry: ReturnType<typeof square>) => ({
  type: 'Feature' as const,
  properties: { code, name: code },
  geometry,
});

const kelurahan = (code: string, center: LngLat) => ({
  code,
  name: `Kelurahan ${code}`,
  aliases: [],
  kecamatanCode: code.slice(0, 8),
  areaKm2: 10,
  postalCode: '42000',
  center,
  source,
});

const status = (
  code: string,
  meaning: UnitStatusDefinition['meaning'],
  availabilityClass: UnitStatusDefinition['availabilityClass'],
): UnitStatusDefinition => ({
  code,
  label: label(code),
  meaning,
  availabilityClass,
  warnAfterMs: null,
  alertAfterMs: null,
});

const priority = (value: 'P1' | 'P2' | 'P3' | 'P4') => ({
  value,
  label: label(value),
  isHighAlert: value === 'P1',
  color: { dark: '#d92d20', light: '#d92d20' },
});

const emptyCollection = { type: 'FeatureCollection' as const, features: [] };

const BASE: CityPack = {
  city: {
    id: 'kota-uji',
    name: 'Kota Uji',
    province: 'Provinsi Uji',
    code: '99.99',
    timeZone: 'Asia/Jakarta',
    emergencyNumber: '112',
    incidentNumberPrefix: '112',
    center: [106, -6],
    bounds: [105.9, -6.1, 106.1, -5.9],
    boundaries: { kind: 'schematic', source, date: null },
    attribution: [],
  },
  kecamatan: ['99.99.01', '99.99.02'].map((code) => ({
    code,
    name: `Kecamatan ${code}`,
    aliases: [],
    population: 10_000,
    areaKm2: 20,
    source,
  })),
  kelurahan: [
    kelurahan('99.99.01.1001', [105.95, -5.95]),
    kelurahan('99.99.01.1002', [105.95, -6.05]),
    kelurahan('99.99.02.1001', [106.05, -6]),
  ],
  kelurahanAreas: {
    type: 'FeatureCollection',
    features: [
      area('99.99.01.1001', square(105.9, -6, 106, -5.9)),
      area('99.99.01.1002', square(105.9, -6.1, 106, -6)),
      area('99.99.02.1001', square(106, -6.1, 106.1, -5.9)),
    ],
  },
  kecamatanAreas: {
    type: 'FeatureCollection',
    features: [
      area('99.99.01', square(105.9, -6.1, 106, -5.9)),
      area('99.99.02', square(106, -6.1, 106.1, -5.9)),
    ],
  },
  agencies: ['damkar', 'polres', 'psc', 'dlh'].map((code) => ({
    code,
    name: code,
    shortName: code,
    kind: 'city' as const,
    aliases: [],
    source,
  })),
  incidentCategories: [
    {
      code: 'KBK',
      label: label('Kebakaran'),
      subcategories: [{ code: 'bangunan', label: label('Bangunan') }],
      leadAgencies: ['damkar'],
      supportAgencies: ['polres'],
      defaultPriority: 'P1',
      isSensitive: false,
      source,
    },
    {
      code: 'MED',
      label: label('Darurat medis'),
      subcategories: [],
      leadAgencies: ['psc'],
      supportAgencies: [],
      defaultPriority: 'P2',
      isSensitive: true,
      source,
    },
  ],
  priorities: [priority('P1'), priority('P2'), priority('P3'), priority('P4')],
  unitStatuses: [
    status('SIAGA', 'available_at_station', 'available'),
    status('PATROLI', 'available_mobile', 'available'),
    status('PESAN', 'reserved', 'conditional'),
    status('TUGAS', 'dispatched', 'committed'),
    status('MENUJU', 'en_route', 'committed'),
    status('LOKASI', 'on_scene', 'committed'),
    status('RUJUK', 'transporting', 'committed'),
    status('RS', 'at_hospital', 'committed'),
    status('KEMBALI', 'returning', 'conditional'),
    status('ISTIRAHAT', 'break', 'unavailable'),
    status('RUSAK', 'maintenance', 'unavailable'),
    status('LEPAS', 'off_duty', 'unavailable'),
  ],
  stations: [
    { code: 'pos-uji', name: 'Pos Uji', agencyCode: 'damkar', lngLat: [105.95, -5.95], source },
  ],
  units: [
    buildTestUnit(),
    buildTestUnit({ callSign: 'UJI-02' }),
    buildTestUnit({ callSign: 'UJI-03', agencyCode: 'psc', kind: 'ambulance', crew: 3 }),
  ],
  complaintCategories: [
    {
      code: 'sampah',
      label: label('Sampah'),
      agencyCode: 'dlh',
      slaCode: 'biasa',
      defaultClass: 'pengaduan',
      source,
    },
  ],
  sla: {
    rules: [
      {
        code: 'biasa',
        label: label('Biasa'),
        firstResponseDays: 3,
        resolutionDays: 5,
        calendar: 'working',
        source,
      },
    ],
    holidays: [{ day: '2026-11-26', name: 'Hari Uji' }],
  },
  privacy: {
    displayClasses: [
      { code: 'room', label: label('Ruang'), sensitive: 'dimmed', source },
      { code: 'public', label: label('Umum'), sensitive: 'hidden', source },
    ],
  },
  landmarks: [],
  roads: [],
  land: emptyCollection,
  regionLand: emptyCollection,
};
