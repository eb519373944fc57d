import { findComplaintTransition } from '@shared/domain/complaint-lifecycle';
import { DAY_MS, wibDayStart } from '@shared/domain/time';
import { beforeAll, describe, expect, it } from 'vitest';

import { createPlaces } from '../../../src/backend/simulator/places';
import { type DayPlan, type PlanContext, planDay } from '../../../src/backend/simulator/plan-day';
import { loadCilegon } from '../../support/cilegon';

let context: PlanContext;
let month: DayPlan[];
beforeAll(async () => {
  const city = await loadCilegon();
  context = { city, places: createPlaces(city), seed: 112, rate: 1 };
  month = Array.from({ length: 30 }, (_, i) =>
    planDay(`2026-10-${String(i + 1).padStart(2, '0')}`, context),
  );
});

describe('the plan of a day', () => {
  it('is the same for the same day and seed, and another for another seed', async () => {
    const city = await loadCilegon();
    expect(planDay('2026-10-05', { city, places: createPlaces(city), seed: 112, rate: 1 })).toEqual(
      month[4],
    );
    expect(planDay('2026-10-05', { ...context, seed: 7 })).not.toEqual(month[4]);
  });

  it('lies within its WIB day, and names every record once', () => {
    const startMs = Date.parse(wibDayStart('2026-10-05'));
    const plan = month[4];
    const records = [
      ...(plan?.incidents ?? []),
      ...(plan?.complaints ?? []),
      ...(plan?.calls ?? []),
    ];
    for (const { receivedMs } of [...(plan?.incidents ?? []), ...(plan?.complaints ?? [])]) {
      expect(receivedMs).toBeGreaterThanOrEqual(startMs);
      expect(receivedMs).toBeLessThan(startMs + DAY_MS);
    }
    expect(new Set(records.map(({ externalId }) => externalId)).size).toBe(records.length);
  });

  it('has the true mix: most calls are no emergency', () => {
    const calls = month.flatMap((plan) => plan.calls);
    const normal = calls.filter(({ type }) => type === 'normal').length;
    expect(calls.length / month.length).toBeGreaterThan(180);
    expect(calls.length / month.length).toBeLessThan(260);
    expect(normal / calls.length).toBeLessThan(0.15);
    expect(month.flatMap((plan) => plan.incidents).length / month.length).toBeGreaterThan(12);
  });

  it('multiplies with the rate', () => {
    const busy = planDay('2026-10-05', { ...context, rate: 4 });
    expect(busy.calls.length).toBeGreaterThan((month[4]?.calls.length ?? 0) * 3);
  });

  it('takes complaints only along steps that are allowed, forward in time', () => {
    for (const { receivedMs, steps } of month.flatMap((plan) => plan.complaints)) {
      let from: Parameters<typeof findComplaintTransition>[0] = 'masuk';
      let beforeMs = receivedMs;
      for (const { to, atMs } of steps) {
        expect(findComplaintTransition(from, to), `${from} → ${to}`).toBeDefined();
        expect(atMs).toBeGreaterThanOrEqual(beforeMs);
        from = to;
        beforeMs = atMs;
      }
    }
  });
});
