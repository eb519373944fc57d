import { useCallback, useState } from 'react';

import { ApiError } from '../live/api-error';
import { retryAfterMsOf } from '../live/retry-after';
import { useLiveClient } from './use-live';

export type Attempt =
  | { kind: 'idle' }
  | { kind: 'busy' }
  /** `untilMs`: no use to try before, Unix ms of the server's clock; null: at once. */
  | { kind: 'failed'; error: ApiError; untilMs: number | null };

/** One thing tried at a time, and what became of it. */
export function useAttempt(): {
  attempt: Attempt;
  /** @returns whether it succeeded */
  run: (work: () => Promise<unknown>) => Promise<boolean>;
} {
  const client = useLiveClient();
  const [attempt, setAttempt] = useState<Attempt>({ kind: 'idle' });
  const run = useCallback(
    async (work: () => Promise<unknown>) => {
      setAttempt({ kind: 'busy' });
      try {
        await work();
        setAttempt({ kind: 'idle' });
        return true;
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        const waitMs = retryAfterMsOf(error);
        const untilMs = waitMs === null ? null : client.serverNowMs() + waitMs;
        setAttempt({ kind: 'failed', error, untilMs });
        return false;
      }
    },
    [client],
  );
  return { attempt, run };
}
