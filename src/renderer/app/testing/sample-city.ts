import type { CityPack } from '@shared/domain/city-pack';

const source = 'sample';
const both = (text: string) => ({ id: text, en: text });
const noAreas = { type: 'FeatureCollection' as const, features: [] };
const noLand = { type: 'FeatureCollection' as const, features: [] };

/** A city of one kecamatan, enough for every name a panel looks up. */
export const sampleCity: CityPack = {
  city: {
    id: 'contoh',
    name: 'Contoh',
    province: 'Banten',
    code: '36.72',
    timeZone: 'Asia/Jakarta',
    emergencyNumber: '112',
    incidentNumberPrefix: '112',
    center: [106.02, -6],
    bounds: [105.9, -6.1, 106.1, -5.9],
    boundaries: { kind: 'schematic', source, date: null },
    attribution: ['© OpenStreetMap contributors'],
  },
  kecamatan: [
    { code: '36.72.06', name: 'Grogol', aliases: [], population: 48_000, areaKm2: 23.4, source },
  ],
  kelurahan: [
    {
      code: '36.72.06.1001',
      name: 'Gerem',
      aliases: [],
      kecamatanCode: '36.72.06',
      areaKm2: 6,
      postalCode: '42438',
      center: [106.02, -5.97],
      source,
    },
  ],
  agencies: [
    {
      code: 'DAMKAR',
      name: 'Pemadam Kebakaran',
      shortName: 'Damkar',
      kind: 'city',
      aliases: [],
      source,
    },
    { code: 'PSC119', name: 'PSC 119', shortName: 'PSC 119', kind: 'city', aliases: [], source },
    { code: 'DPUPR', name: 'Dinas PUPR', shortName: 'DPUPR', kind: 'city', aliases: [], source },
  ],
  incidentCategories: [
    {
      code: 'KBK',
      label: { id: 'Kebakaran', en: 'Fire' },
      subcategories: [{ code: 'industri', label: { id: 'industri', en: 'industry' } }],
      leadAgencies: ['DAMKAR'],
      supportAgencies: [],
      defaultPriority: 'P1',
      isSensitive: false,
      source,
    },
    {
      code: 'MED',
      label: { id: 'Darurat medis', en: 'Medical emergency' },
      subcategories: [],
      leadAgencies: ['PSC119'],
      supportAgencies: [],
      defaultPriority: 'P2',
      isSensitive: true,
      source,
    },
  ],
  priorities: [],
  unitStatuses: [
    {
      code: 'SIAGA',
      label: { id: 'Siaga di pos', en: 'At station' },
      meaning: 'available_at_station',
      availabilityClass: 'available',
      warnAfterMs: null,
      alertAfterMs: null,
    },
    {
      code: 'MENUJU',
      label: { id: 'Menuju lokasi', en: 'En route' },
      meaning: 'en_route',
      availabilityClass: 'committed',
      warnAfterMs: 600_000,
      alertAfterMs: 900_000,
    },
    {
      code: 'KEMBALI',
      label: { id: 'Kembali', en: 'Returning' },
      meaning: 'returning',
      availabilityClass: 'conditional',
      warnAfterMs: null,
      alertAfterMs: null,
    },
    {
      code: 'RUSAK',
      label: { id: 'Perbaikan', en: 'Maintenance' },
      meaning: 'maintenance',
      availabilityClass: 'unavailable',
      warnAfterMs: null,
      alertAfterMs: null,
    },
  ],
  stations: [
    { code: 'POS-1', name: 'Pos Contoh', agencyCode: 'DAMKAR', lngLat: [106.02, -5.98], source },
  ],
  units: [],
  complaintCategories: [
    {
      code: 'jalan_rusak',
      label: { id: 'Jalan rusak', en: 'Damaged road' },
      agencyCode: 'DPUPR',
      slaCode: 'biasa',
      defaultClass: 'pengaduan',
      source,
    },
  ],
  sla: {
    rules: [
      {
        code: 'biasa',
        label: both('Biasa'),
        firstResponseDays: 3,
        resolutionDays: 14,
        calendar: 'calendar',
        source,
      },
    ],
    holidays: [],
  },
  privacy: {
    displayClasses: [
      { code: 'room', label: { id: 'Ruang', en: 'Room' }, sensitive: 'dimmed', source },
    ],
  },
  landmarks: [{ name: 'Pasar Contoh', category: 'pasar', lngLat: [106.0182, -5.9718] }],
  roads: [],
  kelurahanAreas: noAreas,
  kecamatanAreas: noAreas,
  land: noLand,
  regionLand: noLand,
};
