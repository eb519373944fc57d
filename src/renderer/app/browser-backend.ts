import { z } from 'zod';

import type { BackendAccess, BackendSource } from './backend-source';

const localSessionSchema = z.object({ token: z.string().min(1) });
const ANSWER_LIMIT_MS = 10_000;

/** What of the browser this needs; in tests a fake. */
export interface BrowserPlace {
  location: Pick<Location, 'origin' | 'hash' | 'pathname' | 'search'>;
  history: Pick<History, 'replaceState'>;
  fetch: typeof fetch;
}

/**
 * The backend that served this page. The token comes from the address's `#token=…`, which is taken
 * out of the address at once; else, on the server's own machine, from its local session.
 */
export function browserBackendSource(place: BrowserPlace): BackendSource {
  const token = takeToken(place);
  return {
    subscribe: (listener) => {
      const abort = new AbortController();
      if (token !== null) {
        listener({ kind: 'ready', url: place.location.origin, token });
      } else {
        void askLocalSession(place, abort.signal).then((access) => {
          if (!abort.signal.aborted) listener(access);
        });
      }
      return () => abort.abort();
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
    return { kind: 'sign_in', reason: 'unreachable' };
  }
  const body: unknown = await response.json().catch(() => null);
  const session = localSessionSchema.safeParse(body);
  if (!response.ok || !session.success) {
    return { kind: 'sign_in', reason: response.status >= 500 ? 'unreachable' : 'no_token' };
  }
  return { kind: 'ready', url: place.location.origin, token: session.data.token };
}
