import type { Answer, IntakeClient } from './intake-client';

export interface IntakeRequest {
  /** Under `/api/v1`. */
  path: string;
  body: object;
  key: string;
}

export interface RetryRules {
  /** @returns when the time is over, or the signal is given */
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  signal: AbortSignal;
  /** Told once at each new silence, and once when it ends. */
  onAway?: (reason: string | null) => void;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;

/**
 * Send until it is answered, waiting longer each time. At least once, so that what belongs to a step under
 * way is still told when the signal comes.
 * @returns null where the signal ended it
 */
export async function sendWithRetry(
  client: IntakeClient,
  { path, body, key }: IntakeRequest,
  { sleep, signal, onAway }: RetryRules,
): Promise<Exclude<Answer, { kind: 'away' }> | null> {
  let waitMs = FIRST_WAIT_MS;
  let isAway = false;
  for (;;) {
    const answer = await client.post(path, body, key);
    if (answer.kind !== 'away') {
      if (isAway) onAway?.(null);
      return answer;
    }
    if (!isAway) onAway?.(answer.reason);
    isAway = true;
    await sleep(Math.max(waitMs, answer.retryAfterMs ?? 0), signal);
    if (signal.aborted) return null;
    waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2);
  }
}

/** A pause that a signal cuts short. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
  });
}
