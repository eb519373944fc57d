import { z } from 'zod';

import { backOffMs } from '../live/back-off';
import type { Cancel, Scheduler } from '../live/scheduler';
import type { BackendAccess, BackendSource } from './backend-source';

const localSessionSchema = z.object({ token: z.string().min(1) });
const ANSWER_LIMIT_MS = 10_000;
const SERVER_FAULT = 500;

/** What of the browser this needs; in tests a fake. */
export interface BrowserPlace {
  location: Pick<Location, 'origin' | 'hash' | 'pathname' | 'search'>;
  history: Pick<History, 'replaceState'>;
  fetch: typeof fetch;
  scheduler: Scheduler;
  /** In [0, 1). */
  random: () => number;
}

/**
 * The backend that served this page. The token comes from the address's `#token=…`, which is taken
 * out of the address at once; else, on the server's own machine, from its local session; else there is none.
 */
export function browserBackendSource(place: BrowserPlace): BackendSource {
  const token = takeToken(place);
  return {
    subscribe: (listener) => {
      const abort = new AbortController();
      let cancelRetry: Cancel | null = null;
      const ask = async (attempt: number): Promise<void> => {
        const access = await askLocalSession(place, abort.signal);
        if (abort.signal.aborted) return;
        listener(access);
        if (access.kind !== 'unreachable') return;
        const delayMs = backOffMs(attempt, place.random());
        cancelRetry = place.scheduler.after(delayMs, () => void ask(attempt + 1));
      };
      if (token !== null) listener({ kind: 'ready', url: place.location.origin, token });
      else void ask(0);
      return () => {
        abort.abort();
        cancelRetry?.();
      };
    },
  };
}

function takeToken({ location, history }: BrowserPlace): string | null {
  const parameters = new URLSearchParams(location.hash.replace(/^#/, ''));
  const token = parameters.get('token');
  if (token === null || token === '') return null;
  parameters.delete('token');
  const rest = parameters.toString();
  history.replaceState(
    null,
    '',
    `${location.pathname}${location.search}${rest === '' ? '' : `#${rest}`}`,
  );
  return token;
}

async function askLocalSession(place: BrowserPlace, signal: AbortSignal): Promise<BackendAccess> {
  let response: Response;
  try {
    response = await place.fetch(`${place.location.origin}/api/v1/session/local`, {
      method: 'POST',
      signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_LIMIT_MS)]),
    });
  } catch {
    return { kind: 'unreachable' };
  }
  if (response.status >= SERVER_FAULT) return { kind: 'unreachable' };
  const body: unknown = await response.json().catch(() => null);
  const session = localSessionSchema.safeParse(body);
  const token = response.ok && session.success ? session.data.token : null;
  return { kind: 'ready', url: place.location.origin, token };
}
