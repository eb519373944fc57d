import type { CityPack } from '@shared/domain/city-pack';
import type { Incident } from '@shared/domain/incident';
import type { Unit } from '@shared/domain/unit';

import { anIncident, aUnit } from '../../live/testing/records';

/** An open incident with a place on the map. */
export function buildIncident(fields: Partial<Incident> = {}): Incident {
  return anIncident({ state: 'verified', lngLat: [106.03, -6.0], ...fields });
}

/** A unit on its way. */
export function buildUnit(fields: Partial<Unit> = {}): Unit {
  return aUnit({ statusCode: 'MENUJU', statusMeaning: 'en_route', ...fields });
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
    privacy: { displayClasses: [] },
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
