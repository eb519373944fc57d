import type { IncidentDetail } from '@shared/protocol/replies';
import { useCallback, useEffect, useState } from 'react';

import { useLiveClient } from '../../hooks/use-live';

export type DetailState =
  | { kind: 'loading' }
  /** `isUpdating`: shown, and something newer is on its way. */
  | { kind: 'ready'; detail: IncidentDetail; isUpdating: boolean }
  | { kind: 'failed'; message: string };

interface Answer {
  id: string;
  request: string;
  result: { detail: IncidentDetail } | { message: string };
}

/**
 * The timeline and notes of an incident. They are fetched again whenever `revision` changes; what is
 * there stays on screen meanwhile.
 * @param revision changes with everything the detail could tell differently
 */
export function useIncidentDetail(
  id: string,
  revision: string,
): DetailState & { retry: () => void } {
  const client = useLiveClient();
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const request = `${id} ${revision} ${attempt}`;

  useEffect(() => {
    const abort = new AbortController();
    const settle = (result: Answer['result']): void => {
      if (!abort.signal.aborted) setAnswer({ id, request, result });
    };
    client.fetchIncident(id, abort.signal).then(
      (detail) => settle({ detail }),
      (error: unknown) =>
        settle({ message: error instanceof Error ? error.message : String(error) }),
    );
    return () => abort.abort();
  }, [client, id, request]);

  const retry = useCallback(() => setAttempt((former) => former + 1), []);
  return { ...stateOf(answer, id, request), retry };
}

function stateOf(answer: Answer | null, id: string, request: string): DetailState {
  if (answer?.id !== id) return { kind: 'loading' };
  const isUpdating = answer.request !== request;
  if ('detail' in answer.result) return { kind: 'ready', detail: answer.result.detail, isUpdating };
  return isUpdating ? { kind: 'loading' } : { kind: 'failed', message: answer.result.message };
}
