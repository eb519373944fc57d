import type { Audience } from '@shared/domain/audience';
import { createDisclosurePolicy } from '@shared/domain/disclosure';
import type { LngLat } from '@shared/domain/lng-lat';
import type { StoredChange } from '@shared/protocol/changes';
import type { LoggedChange } from '@shared/protocol/logged-change';
import type { PositionTuple } from '@shared/protocol/positions';
import { beforeEach, describe, expect, it } from 'vitest';

import { buildTestCity } from '../../../tests/support/test-city';
import { createUnitVeils, type UnitVeils } from './unit-veils';

const DOOR: LngLat = [106, -6];
const STREET_AWAY: LngLat = [106.001, -6];
const FAR: LngLat = [106.01, -6];
const AT = '2026-11-24T01:00:00.000Z';
const ROOM: Audience = { kind: 'room' };
const WALL: Audience = { kind: 'display', displayClass: 'room' };
const PSC: Audience = { kind: 'opd', agencyCode: 'psc' };
const policy = createDisclosurePolicy(buildTestCity());

let veils: UnitVeils;
beforeEach(() => {
  veils = createUnitVeils(policy, []);
});

const at = ([lng, lat]: LngLat): PositionTuple => ['UJI-01', lng, lat, null, null, 0];
const tells = (audience: Audience) => veils.mayTell(audience, at(DOOR));

function assignment(
  type: 'assignment.dispatched' | 'assignment.cleared',
  categoryCode: string,
  lngLat: LngLat | null = DOOR,
): LoggedChange {
  const times = { enRouteAt: null, onSceneAt: null, transportingAt: null, atHospitalAt: null };
  const clearedAt = type === 'assignment.cleared' ? AT : null;
  const change: StoredChange = {
    seq: 1,
    recordedAt: AT,
    actor: { kind: 'system', id: 'uji' },
    type,
    data: {
      assignment: {
        id: `tugas-${categoryCode}`,
        incidentId: `kejadian-${categoryCode}`,
        unitId: 'UJI-01',
        dispatchedAt: AT,
        ...times,
        clearedAt,
      },
    },
  };
  return { change, record: null, incident: { categoryCode, agencyCodes: [], lngLat } };
}

describe('where a unit is', () => {
  it('is told to everybody while it is on an ordinary incident', () => {
    veils.apply([assignment('assignment.dispatched', 'KBK')]);
    expect(tells(WALL)).toBe(true);
  });

  it('is kept from all but the room while it is on a sensitive one', () => {
    veils.apply([assignment('assignment.dispatched', 'MED')]);
    expect([ROOM, WALL, PSC].map(tells)).toEqual([true, false, false]);
  });

  it('is told to an agency once the incident was forwarded to it', () => {
    veils = createUnitVeils(policy, [
      {
        unitId: 'UJI-01',
        incidentId: 'kejadian-MED',
        incident: { categoryCode: 'MED', agencyCodes: ['psc'], lngLat: DOOR },
        isOver: false,
      },
    ]);
    expect([WALL, PSC].map(tells)).toEqual([false, true]);
  });

  it('stays kept after it was cleared, until it has left the neighbourhood', () => {
    veils.apply([
      assignment('assignment.dispatched', 'MED'),
      assignment('assignment.cleared', 'MED'),
    ]);
    veils.observe([at(STREET_AWAY)]);
    expect(tells(WALL)).toBe(false);
    veils.observe([at(FAR)]);
    expect(tells(WALL)).toBe(true);
  });

  it('stays kept until it has left the place where it was cleared, where the incident has none', () => {
    veils.apply([
      assignment('assignment.dispatched', 'MED', null),
      assignment('assignment.cleared', 'MED', null),
    ]);
    veils.observe([at(FAR)]);
    expect(tells(WALL)).toBe(false);
    veils.observe([at(DOOR)]);
    expect(tells(WALL)).toBe(true);
  });

  it('does not matter how far it drives while it is on the incident', () => {
    veils.apply([assignment('assignment.dispatched', 'MED')]);
    veils.observe([at(FAR)]);
    expect(tells(WALL)).toBe(false);
  });
});
