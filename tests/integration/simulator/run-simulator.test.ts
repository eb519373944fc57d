import { afterEach, describe, expect, it, vi } from 'vitest';

import { systemClock } from '../../../src/backend/clock';
import { silentLog } from '../../../src/backend/log';
import { type Simulator, startSimulator } from '../../../src/backend/simulator/run-simulator';
import { loadCilegon } from '../../support/cilegon';
import { type FakeIntake, startFakeIntake } from '../../support/fake-intake';

let intake: FakeIntake;
let simulator: Simulator;

afterEach(async () => {
  await simulator.stop();
  await intake.close();
});

/** In real time, as it runs: the picture is warm within seconds, so the test is over as soon as it is. */
async function start(failures = 0): Promise<void> {
  const city = await loadCilegon();
  intake = await startFakeIntake(city, new Date(systemClock.nowMs() - 8 * 3_600_000).toISOString());
  intake.failNext(failures);
  simulator = startSimulator({
    url: intake.url,
    token: 'test',
    city,
    seed: 112,
    clock: systemClock,
    log: silentLog,
    rate: 1,
  });
}

const count = (name: string): number => intake.counts.get(name) ?? 0;
const PATIENCE = { timeout: 20_000, interval: 50 };

describe('the live simulator', () => {
  it('paints a warm picture through the intake, keeping the protocol in every call', async () => {
    await start();
    await vi.waitFor(() => expect(count('incidents')).toBeGreaterThanOrEqual(4), PATIENCE);
    await vi.waitFor(() => expect(count('assignments')).toBeGreaterThanOrEqual(2), PATIENCE);
    await vi.waitFor(() => expect(count('unit status')).toBeGreaterThanOrEqual(2), PATIENCE);
    await vi.waitFor(() => expect(count('positions')).toBeGreaterThanOrEqual(2), PATIENCE);
    expect(count('calls')).toBeGreaterThanOrEqual(count('incidents'));
    expect(intake.problems).toEqual([]);
  });

  it('sends again, with the same key, what the intake was too busy for', async () => {
    await start(2);
    await vi.waitFor(() => expect(count('incidents')).toBeGreaterThanOrEqual(4), PATIENCE);
    expect(intake.retries).toBe(2);
    expect(intake.problems).toEqual([]);
  });

  it('stops at once, whatever it is waiting for', async () => {
    await start(1_000_000);
    await vi.waitFor(() => expect(intake.retries).toBeGreaterThan(0), PATIENCE);
    const before = Date.now();
    await simulator.stop();
    expect(Date.now() - before).toBeLessThan(2_000);
  });
});
