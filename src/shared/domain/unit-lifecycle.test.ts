import { describe, expect, it } from 'vitest';

import {
  assignmentMilestoneOf,
  COMMITTED_MEANINGS,
  incidentStateOf,
  isDispatchable,
  mayUnitStatusFollow,
} from './unit-lifecycle';
import { UNIT_STATUS_MEANINGS, type UnitStatusMeaning } from './unit-status';

const idle: UnitStatusMeaning[] = [
  'available_at_station',
  'available_mobile',
  'reserved',
  'break',
  'maintenance',
  'off_duty',
];
const ending: UnitStatusMeaning[] = [
  'returning',
  'available_at_station',
  'available_mobile',
  'break',
  'maintenance',
];
const ALLOWED: Record<UnitStatusMeaning, readonly UnitStatusMeaning[]> = {
  available_at_station: [...idle, 'dispatched'],
  available_mobile: [...idle, 'dispatched', 'returning'],
  reserved: [...idle, 'dispatched'],
  dispatched: ['en_route', 'on_scene', ...ending],
  en_route: ['on_scene', ...ending],
  on_scene: ['transporting', ...ending],
  transporting: ['at_hospital', ...ending],
  at_hospital: ending,
  returning: [...idle, 'dispatched'],
  break: idle,
  maintenance: idle,
  off_duty: idle,
};

const committed: readonly UnitStatusMeaning[] = COMMITTED_MEANINGS;
const pairs = UNIT_STATUS_MEANINGS.flatMap((from) =>
  UNIT_STATUS_MEANINGS.map((to) => ({ from, to })),
);

describe('the steps of a unit', () => {
  it.each(pairs)('$from → $to is as drawn', ({ from, to }) => {
    expect(mayUnitStatusFollow(from, to)).toBe(ALLOWED[from].includes(to));
  });

  it('leave every meaning, and enter every one', () => {
    for (const meaning of UNIT_STATUS_MEANINGS) {
      expect(ALLOWED[meaning].length).toBeGreaterThan(0);
      expect(UNIT_STATUS_MEANINGS.some((from) => mayUnitStatusFollow(from, meaning))).toBe(true);
    }
  });

  it('enter a committed meaning only from a dispatch on', () => {
    for (const { from, to } of pairs) {
      if (!committed.includes(to) || to === 'dispatched') continue;
      expect(mayUnitStatusFollow(from, to) && !committed.includes(from)).toBe(false);
    }
  });

  it('let a unit be sent from what is free, and from nothing else', () => {
    expect(UNIT_STATUS_MEANINGS.filter(isDispatchable)).toEqual([
      'available_at_station',
      'available_mobile',
      'reserved',
      'returning',
    ]);
  });

  it('end the assignment with every meaning that is not committed', () => {
    for (const meaning of UNIT_STATUS_MEANINGS) {
      expect(assignmentMilestoneOf(meaning) === 'clearedAt').toBe(!committed.includes(meaning));
    }
  });

  it('move the incident when the first is on its way and when the first is there', () => {
    expect(UNIT_STATUS_MEANINGS.filter((meaning) => incidentStateOf(meaning) !== null)).toEqual([
      'en_route',
      'on_scene',
    ]);
  });
});
