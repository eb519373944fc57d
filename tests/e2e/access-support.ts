import type { Page } from '@playwright/test';

import { backendOf } from './support';

interface Caller {
  get(path: string): Promise<unknown>;
  send(method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<unknown>;
}

/** Somebody at another desk of the same server. */
export async function signInOverHttp(
  page: Page,
  entry: { username: string; password: string },
): Promise<Caller> {
  const { url } = await backendOf(page);
  const ask = async (method: string, path: string, token: string | null, body?: unknown) => {
    const reply = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await reply.text();
    if (!reply.ok) throw new Error(`${method} ${path} was refused: ${text}`);
    return text === '' ? null : (JSON.parse(text) as unknown);
  };
  const { accessToken } = (await ask('POST', '/session', null, entry)) as { accessToken: string };
  return {
    get: (path) => ask('GET', path, accessToken),
    send: (method, path, body) => ask(method, path, accessToken, body),
  };
}
