import { describe, expect, it } from 'vitest';

import { buildTestCity, IN_KELURAHAN_A } from '../../../tests/support/test-city';
import { createAreaSpots } from './area-spots';
import type { Audience } from './audience';
import type { Complaint } from './complaint';
import { createDisclosurePolicy, type IncidentSight, sightOfIncident } from './disclosure';
import type { Incident } from './incident';
import { isInGeometry } from './locate-area';
import { renderComplaint, renderIncident, WITHHELD_CATEGORY } from './render-record';

const city = buildTestCity();
const policy = createDisclosurePolicy(city);
const ROOM: Audience = { kind: 'room' };
const DAMKAR: Audience = { kind: 'opd', agencyCode: 'damkar' };
const PSC: Audience = { kind: 'opd', agencyCode: 'psc' };
const EXECUTIVE: Audience = { kind: 'executive' };
const WALL: Audience = { kind: 'display', displayClass: 'room' };
const PUBLIC: Audience = { kind: 'display', displayClass: 'public' };
const UNKNOWN_CLASS: Audience = { kind: 'display', displayClass: 'lobi' };

const area = {
  kind: 'in_city',
  kecamatanCode: '99.99.01',
  kelurahanCode: '99.99.01.1001',
} as const;

const incident = (overrides: Partial<Incident> = {}): Incident => ({
  id: 'kejadian-1',
  number: '112-20261124-0001',
  categoryCode: 'KBK',
  subcategoryCode: 'bangunan',
  priority: 'P1',
  state: 'received',
  area,
  lngLat: IN_KELURAHAN_A,
  agencyCodes: [],
  milestones: {
    callReceivedAt: '2026-11-24T01:00:00.000Z',
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
  },
  endedAt: null,
  noteCount: 0,
  provenance: { source: 'uji', externalId: 'asal-1' },
  version: 1,
  ...overrides,
});

describe('who sees how much of an incident', () => {
  it.each<[string, Audience, IncidentSight, IncidentSight, IncidentSight]>([
    // ordinary, sensitive, sensitive and forwarded to damkar
    ['the room', ROOM, 'whole', 'whole', 'whole'],
    ['the agency it was forwarded to', DAMKAR, 'area', 'dimmed', 'forwarded'],
    ['another agency', PSC, 'area', 'dimmed', 'dimmed'],
    ['the Walikota’s office', EXECUTIVE, 'area', 'dimmed', 'dimmed'],
    ['a wall of a class that dims', WALL, 'area', 'dimmed', 'dimmed'],
    ['a display of a class that hides', PUBLIC, 'area', 'hidden', 'hidden'],
    ['a display of a class the pack does not know', UNKNOWN_CLASS, 'area', 'hidden', 'hidden'],
  ])('%s', (_who, audience, ordinary, sensitive, forwarded) => {
    const sight = (categoryCode: string, agencyCodes: string[] = []) =>
      sightOfIncident(audience, { categoryCode, agencyCodes }, policy);
    expect(sight('KBK')).toBe(ordinary);
    expect(sight('MED')).toBe(sensitive);
    expect(sight('TIDAK-DIKENAL')).toBe(sensitive);
    expect(sight('MED', ['damkar'])).toBe(forwarded);
  });
});

describe('renderIncident', () => {
  const sensitive = incident({ categoryCode: 'MED', agencyCodes: ['damkar'] });

  it('gives the room the record itself, and those who handle it all but its origin', () => {
    expect(renderIncident(ROOM, sensitive, policy)).toBe(sensitive);
    expect(renderIncident(DAMKAR, sensitive, policy)).toEqual({ ...sensitive, provenance: null });
  });

  it('gives others an ordinary one in its kelurahan', () => {
    const told = renderIncident(EXECUTIVE, incident(), policy);
    expect(told).toEqual({ ...incident(), provenance: null, lngLat: told?.lngLat });
    expect(told?.lngLat).not.toEqual(IN_KELURAHAN_A);
  });

  it('dims a sensitive one: neither what it is nor who handles it, but how urgent it is', () => {
    expect(renderIncident(WALL, sensitive, policy)).toMatchObject({
      categoryCode: WITHHELD_CATEGORY,
      subcategoryCode: null,
      agencyCodes: [],
      provenance: null,
      priority: 'P1',
      state: 'received',
    });
  });

  it('hides it where the class of display does', () => {
    expect(renderIncident(PUBLIC, sensitive, policy)).toBeNull();
  });

  it('leaves out what was written about a place outside the city', () => {
    const outside = {
      kind: 'outside_city',
      kelurahanText: 'Jl. Contoh 1',
      kecamatanText: 'X',
    } as const;
    const told = renderIncident(WALL, incident({ area: outside }), policy);
    expect(told?.area).toEqual({ kind: 'outside_city', kelurahanText: null, kecamatanText: null });
    expect(told?.lngLat).toBeNull();
  });

  it.each([DAMKAR, PSC, EXECUTIVE, WALL])('changes nothing a second time (%o)', (audience) => {
    const told = renderIncident(audience, sensitive, policy);
    expect(told && renderIncident(audience, told, policy)).toEqual(told);
  });
});

describe('renderComplaint', () => {
  const complaint: Complaint = {
    id: 'aduan-1',
    number: 'ADU-20261124-0001',
    categoryCode: 'sampah',
    class: 'pengaduan',
    channel: 'whatsapp',
    state: 'masuk',
    area,
    lngLat: IN_KELURAHAN_A,
    agencyCode: 'damkar',
    receivedAt: '2026-11-24T01:00:00.000Z',
    firstResponseAt: null,
    dueAt: '2026-12-02T01:00:00.000Z',
    endedAt: null,
    provenance: { source: 'uji', externalId: 'asal-2' },
    version: 1,
  };

  it('tells its place to the room and to the agency it lies with', () => {
    expect(renderComplaint(ROOM, complaint, policy)).toBe(complaint);
    expect(renderComplaint(DAMKAR, complaint, policy).lngLat).toEqual(IN_KELURAHAN_A);
  });

  it.each([PSC, EXECUTIVE, WALL, PUBLIC])('tells others the kelurahan (%o)', (audience) => {
    const told = renderComplaint(audience, complaint, policy);
    expect(told.lngLat).not.toEqual(IN_KELURAHAN_A);
    expect(told).toMatchObject({ area, provenance: null });
  });
});

describe('the spots of a kelurahan', () => {
  const spotOf = createAreaSpots(city);
  const ids = Array.from({ length: 500 }, (_, index) => `kejadian-${String(index)}`);

  it('lie inside its shape, spread, and are always the same for the same record', () => {
    const geometry = city.kelurahanAreas.features[0]?.geometry;
    const spots = ids.map((id) => spotOf(area, id));
    for (const spot of spots) expect(spot && geometry && isInGeometry(spot, geometry)).toBe(true);
    expect(new Set(spots.map(String)).size).toBeGreaterThan(50);
    expect(ids.map((id) => createAreaSpots(city)(area, id))).toEqual(spots);
  });

  it('are those of any kelurahan where only the kecamatan is known, and none elsewhere', () => {
    const known = { ...area, kelurahanCode: null };
    const latitudes = ids.map((id) => spotOf(known, id)?.[1] ?? 0);
    expect(latitudes.some((lat) => lat > -6) && latitudes.some((lat) => lat < -6)).toBe(true);
    expect(spotOf({ kind: 'unknown' }, 'kejadian-1')).toBeNull();
    expect(spotOf({ ...area, kelurahanCode: '99.99.01.9999' }, 'kejadian-1')).toBeNull();
  });
});
