import { cityPackSchema } from '@shared/domain/city-pack';
import { errorBodySchema } from '@shared/protocol/errors';
import { type KpiPeriod, type KpiReport, kpiReportSchema } from '@shared/protocol/kpi';
import { type IncidentDetail, incidentDetailSchema } from '@shared/protocol/replies';
import type { z } from 'zod';

import { ApiError } from './api-error';
import type { CityReply } from './city-loader';
import { createMapApi, type MapApi } from './map-api';

/** Reading requests of the backend; every reply is parsed before it is handed on. All throw `ApiError`. */
export interface Api {
  fetchIncident: (id: string, signal: AbortSignal) => Promise<IncidentDetail>;
  fetchCity: (signal: AbortSignal) => Promise<CityReply>;
  fetchKpi: (period: KpiPeriod, signal: AbortSignal) => Promise<KpiReport>;
  /** The same figures as a CSV file. */
  fetchKpiCsv: (period: KpiPeriod, signal: AbortSignal) => Promise<Blob>;
  map: MapApi;
}

/** @param url origin of the backend, e.g. `http://127.0.0.1:1120` */
export function createApi(url: string, token: string): Api {
  const request = async (
    path: string,
    signal: AbortSignal,
    headers: Record<string, string> = {},
  ): Promise<Response> => {
    const reply = await send(new URL(`/api/v1${path}`, url), token, signal, headers);
    if (reply.ok) return reply;
    throw refusalOf(reply, await reply.json().catch(() => undefined));
  };
  const get = async <S extends z.ZodType>(
    path: string,
    schema: S,
    signal: AbortSignal,
  ): Promise<{ data: z.infer<S>; reply: Response }> => {
    const reply = await request(path, signal);
    const body: unknown = await reply.json().catch(() => undefined);
    const parsed = schema.safeParse(body);
    if (parsed.success) return { data: parsed.data, reply };
    const where = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new ApiError(
      'internal',
      `The reply of ${path} does not fit its schema at "${where}".`,
      requestIdOf(reply),
    );
  };
  return {
    fetchIncident: async (id, signal) =>
      (await get(`/incidents/${encodeURIComponent(id)}`, incidentDetailSchema, signal)).data,
    // The browser's HTTP cache keeps the pack and asks with its ETag: an unchanged one costs a 304.
    fetchCity: async (signal) => {
      const { data, reply } = await get('/city', cityPackSchema, signal);
      return { city: data, hash: reply.headers.get('etag')?.replaceAll('"', '') ?? null };
    },
    fetchKpi: async (period, signal) =>
      (await get(`/kpi?${queryOf(period)}`, kpiReportSchema, signal)).data,
    fetchKpiCsv: async (period, signal) =>
      (await request(`/kpi/export.csv?${queryOf(period)}`, signal)).blob(),
    map: createMapApi({
      get: async (path, schema, signal) => (await get(path, schema, signal)).data,
      bytes: (path, range, signal) => request(path, signal, { range }),
    }),
  };
}

const queryOf = (period: KpiPeriod): string => new URLSearchParams(period).toString();

/** A backend that takes a request and never answers counts as one that cannot be reached. */
const REQUEST_TIMEOUT_MS = 15_000;

async function send(
  url: URL,
  token: string,
  signal: AbortSignal,
  headers: Record<string, string>,
): Promise<Response> {
  const limited = AbortSignal.any([signal, AbortSignal.timeout(REQUEST_TIMEOUT_MS)]);
  try {
    return await fetch(url, {
      headers: { authorization: `Bearer ${token}`, ...headers },
      cache: 'no-cache',
      signal: limited,
    });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new ApiError('unavailable', 'The backend could not be reached.', null);
  }
}

function refusalOf(reply: Response, body: unknown): ApiError {
  const parsed = errorBodySchema.safeParse(body);
  return parsed.success
    ? new ApiError(parsed.data.code, parsed.data.message, parsed.data.requestId)
    : new ApiError(
        'internal',
        `The backend answered ${String(reply.status)} without a reason.`,
        requestIdOf(reply),
      );
}

const requestIdOf = (reply: Response): string | null => reply.headers.get('x-request-id');
