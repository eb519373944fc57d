import type { DemoBackend } from './demo-backend';

const INTERVAL_MS = 100;
const BODIES = {
  calls: { type: 'informasi' },
  incidents: { categoryCode: 'KBK', area: { kind: 'unknown' } },
};

/**
 * Calls and incidents in turn, ten a second: the simulated city has its quiet minutes.
 * @returns the stop; it tells of the first request that was refused
 */
export function startSteadyIntake({ url, token }: DemoBackend): () => Promise<void> {
  let underWay: Promise<void> = Promise.resolve();
  let refusal: Error | null = null;
  let count = 0;

  async function post(path: keyof typeof BODIES): Promise<void> {
    const reply = await fetch(`${url}/api/v1/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(BODIES[path]),
    });
    if (!reply.ok) refusal ??= new Error(`${path}: ${String(reply.status)} ${await reply.text()}`);
  }

  const timer = setInterval(() => {
    count += 1;
    const path = count % 2 === 0 ? 'calls' : 'incidents';
    underWay = underWay.then(() => post(path));
  }, INTERVAL_MS);
  return async () => {
    clearInterval(timer);
    await underWay;
    if (refusal !== null) throw refusal;
  };
}
