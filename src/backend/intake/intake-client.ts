import { type ErrorCode, errorBodySchema } from '@shared/protocol/errors';
import { writeReplySchema } from '@shared/protocol/replies';
import type { z } from 'zod';

/** How a request ended: done, refused for good, or not answered, so that it may be sent again. */
export type Answer =
  | { kind: 'done'; id: string; replayed: boolean }
  | { kind: 'refused'; status: number; code: ErrorCode | null; message: string }
  | { kind: 'away'; reason: string; retryAfterMs: number | null };

export interface IntakeClient {
  /** @param path under `/api/v1`, e.g. `/calls` @param key makes sending it again harmless */
  post(path: string, body: object, key: string): Promise<Answer>;
  /** @throws Error where there is no answer, or not the expected one */
  get<S extends z.ZodType>(path: string, schema: S): Promise<z.output<S>>;
  /** Positions are latest-wins: they carry no key and are never sent again. @returns whether they arrived */
  postPositions(positions: readonly object[]): Promise<boolean>;
}

const TIMEOUT_MS = 10_000;

/** The HTTP intake, as any other system would use it. Connections are kept open between requests. */
export function createIntakeClient({ url, token }: { url: string; token: string }): IntakeClient {
  const base = `${url.replace(/\/$/, '')}/api/v1`;
  const send = (
    path: string,
    init: { method: string; body?: string; headers?: Record<string, string> },
  ): Promise<Response> =>
    fetch(`${base}${path}`, {
      ...init,
      headers: {
        authorization: `Bearer ${token}`,
        ...(init.body !== undefined && { 'content-type': 'application/json' }),
        ...init.headers,
      },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  return {
    async post(path, body, key) {
      try {
        return await answerOf(
          await send(path, {
            method: 'POST',
            body: JSON.stringify(body),
            headers: { 'idempotency-key': key },
          }),
        );
      } catch (error) {
        return { kind: 'away', reason: reasonOf(error), retryAfterMs: null };
      }
    },
    async get(path, schema) {
      const response = await send(path, { method: 'GET' });
      if (!response.ok) throw new Error(`GET ${path} answered ${String(response.status)}`);
      return schema.parse(await response.json());
    },
    async postPositions(positions) {
      try {
        const response = await send('/positions', {
          method: 'POST',
          body: JSON.stringify({ positions }),
        });
        await response.arrayBuffer();
        return response.ok;
      } catch {
        return false;
      }
    },
  };
}

async function answerOf(response: Response): Promise<Answer> {
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) {
    const { id, replayed } = writeReplySchema.parse(body);
    return { kind: 'done', id, replayed };
  }
  const error = errorBodySchema.safeParse(body);
  const message = error.success ? error.data.message : `status ${String(response.status)}`;
  if (response.status === 429 || response.status >= 500) {
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    return {
      kind: 'away',
      reason: message,
      retryAfterMs: Number.isFinite(seconds) ? seconds * 1000 : null,
    };
  }
  return {
    kind: 'refused',
    status: response.status,
    code: error.success ? error.data.code : null,
    message,
  };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // `fetch failed` says nothing; its cause says which connection and why.
  return error.cause instanceof Error && error.cause.message !== ''
    ? error.cause.message
    : error.message;
}
