import type { CityPack } from '@shared/domain/city-pack';
import type { Incident } from '@shared/domain/incident';
import type { Unit } from '@shared/domain/unit';

const NO_MILESTONES: Incident['milestones'] = {
  callReceivedAt: null,
  callAnsweredAt: null,
  verifiedAt: null,
  forwardedAt: null,
  acknowledgedAt: null,
  dispatchedAt: null,
  enRouteAt: null,
  onSceneAt: null,
  underControlAt: null,
  resolvedAt: null,
  closedAt: null,
};

export function buildIncident(fields: Partial<Incident> = {}): Incident {
  return {
    id: 'incident-1',
    number: '112-20261124-0001',
    categoryCode: 'KBK',
    subcategoryCode: null,
    priority: 'P2',
    state: 'verified',
    area: { kind: 'unknown' },
    lngLat: [106.03, -6.0],
    agencyCodes: [],
    milestones: NO_MILESTONES,
    endedAt: null,
    noteCount: 0,
    provenance: null,
    version: 1,
    ...fields,
  };
}

export function buildUnit(fields: Partial<Unit> = {}): Unit {
  return {
    id: 'DMK-01',
    agencyCode: 'DPKP',
    stationCode: 'POS-1',
    kind: 'fire_engine',
    statusCode: 'MENUJU',
    statusMeaning: 'en_route',
    statusSince: '2026-11-24T00:00:00.000Z',
    isSos: false,
    version: 1,
    ...fields,
  };
}

/** Two square kecamatan, one above the other, of 60,000 residents each. */
export function buildCity(): CityPack {
  return {
    city: {
      id: 'uji',
      name: 'Kota Uji',
      province: 'Uji',
      code: '36.72',
      timeZone: 'Asia/Jakarta',
      emergencyNumber: '112',
      incidentNumberPrefix: '112',
      center: [106.03, -6.0],
      bounds: [105.9, -6.1, 106.1, -5.9],
      boundaries: { kind: 'schematic', source: 'test', date: null },
      attribution: ['© OpenStreetMap contributors'],
    },
    kecamatan: [kecamatan('36.72.01', 'Utara'), kecamatan('36.72.02', 'Selatan')],
    kelurahan: [],
    agencies: [],
    incidentCategories: [],
    priorities: [],
    unitStatuses: [],
    stations: [],
    units: [],
    complaintCategories: [],
    sla: { rules: [], holidays: [] },
    landmarks: [],
    roads: [],
    kelurahanAreas: { type: 'FeatureCollection', features: [] },
    kecamatanAreas: {
      type: 'FeatureCollection',
      features: [square('36.72.01', 'Utara', -6.0), square('36.72.02', 'Selatan', -6.1)],
    },
    land: { type: 'FeatureCollection', features: [] },
    regionLand: { type: 'FeatureCollection', features: [] },
  };
}

function kecamatan(code: string, name: string): CityPack['kecamatan'][number] {
  return { code, name, aliases: [], population: 60_000, areaKm2: 20, source: 'test' };
}

function square(
  code: string,
  name: string,
  south: number,
): CityPack['kecamatanAreas']['features'][number] {
  const [west, east, north] = [105.9, 106.1, south + 0.1];
  return {
    type: 'Feature',
    properties: { code, name },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
          [west, south],
        ],
      ],
    },
  };
}
