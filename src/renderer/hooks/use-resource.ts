import { useCallback, useEffect, useState } from 'react';

import { ApiError } from '../live/api-error';

/** Something fetched when a screen opens. What is there stays while it is fetched anew. */
export type Resource<T> =
  | { kind: 'loading' }
  | { kind: 'ready'; data: T; fault: string | null }
  | { kind: 'failed'; message: string };

/** @param load must keep its identity as long as it would fetch the same */
export function useResource<T>(load: (signal: AbortSignal) => Promise<T>): {
  resource: Resource<T>;
  reload: () => void;
} {
  const [answer, setAnswer] = useState<{ of: typeof load; resource: Resource<T> } | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    const settle = (next: (former: Resource<T>) => Resource<T>): void => {
      if (abort.signal.aborted) return;
      setAnswer((former) => ({
        of: load,
        resource: next(former?.of === load ? former.resource : { kind: 'loading' }),
      }));
    };
    load(abort.signal).then(
      (data) => settle(() => ({ kind: 'ready', data, fault: null })),
      (error: unknown) =>
        settle((former) =>
          former.kind === 'ready'
            ? { ...former, fault: messageOf(error) }
            : { kind: 'failed', message: messageOf(error) },
        ),
    );
    return () => abort.abort();
  }, [load, round]);
  const reload = useCallback(() => setRound((former) => former + 1), []);
  return { resource: answer?.of === load ? answer.resource : { kind: 'loading' }, reload };
}

function messageOf(error: unknown): string {
  return error instanceof ApiError ? error.message : String(error);
}
