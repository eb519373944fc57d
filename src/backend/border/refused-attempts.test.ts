import { expect, it } from 'vitest';

import { createFakeClock } from '../../../tests/support/fake-clock';
import { createRefusedAttempts } from './refused-attempts';

it('closes an address after too many refused tokens, for a minute, and no other address', () => {
  const clock = createFakeClock();
  const attempts = createRefusedAttempts(clock, 3);
  for (let count = 0; count < 3; count += 1) {
    expect(attempts.closedForMs('10.0.0.1', 'guess')).toBe(0);
    attempts.refused('10.0.0.1');
  }
  expect(attempts.closedForMs('10.0.0.1', 'guess')).toBe(60_000);
  expect(attempts.closedForMs('10.0.0.1', null)).toBe(60_000);
  expect(attempts.closedForMs('10.0.0.2', 'guess')).toBe(0);
  clock.advance(60_000);
  expect(attempts.closedForMs('10.0.0.1', 'guess')).toBe(0);
});

it('still looks at a token that was good, so that a guesser does not lock out whoever shares the address', () => {
  const attempts = createRefusedAttempts(createFakeClock(), 1);
  attempts.accepted('operator');
  attempts.refused('10.0.0.1');
  expect(attempts.closedForMs('10.0.0.1', 'operator')).toBe(0);
  expect(attempts.closedForMs('10.0.0.1', 'guess')).toBeGreaterThan(0);
});

it('counts anew after a minute', () => {
  const clock = createFakeClock();
  const attempts = createRefusedAttempts(clock, 2);
  attempts.refused('10.0.0.1');
  clock.advance(61_000);
  attempts.refused('10.0.0.1');
  expect(attempts.closedForMs('10.0.0.1', 'guess')).toBe(0);
});

it('forgets the address longest silent rather than grow without bound', () => {
  const attempts = createRefusedAttempts(createFakeClock(), 1);
  for (let number = 0; number <= 4_096; number += 1) attempts.refused(`address-${number}`);
  expect(attempts.closedForMs('address-0', 'guess')).toBe(0);
  expect(attempts.closedForMs('address-1', 'guess')).toBeGreaterThan(0);
});
