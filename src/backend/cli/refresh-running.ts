import { readAccessTokens } from '../access/access-tokens';
import { describeRunning } from '../store/data-directory';

const TIMEOUT_MS = 10_000;

/**
 * Have the dashboard that runs on a data directory read what has just been written there.
 * @returns false where none runs; a start reads everything by itself
 * @throws Error when one runs and could not do it
 */
export async function refreshRunning(dataDir: string): Promise<boolean> {
  const running = await describeRunning(dataDir);
  if (running === null || running.url === null) return false;
  const reply = await fetch(new URL('/api/v1/facilities/refresh', running.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${readAccessTokens(dataDir).integration}` },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!reply.ok) throw new Error(`it answered ${String(reply.status)}`);
  return true;
}
