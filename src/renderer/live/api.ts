import { cityPackSchema } from '@shared/domain/city-pack';
import { type KpiPeriod, type KpiReport, kpiReportSchema } from '@shared/protocol/kpi';
import { type IncidentDetail, incidentDetailSchema } from '@shared/protocol/replies';

import type { CityReply } from './city-loader';
import type { Credentials } from './credentials';
import { createHttp, type Http } from './http';
import { createMapApi, type MapApi } from './map-api';

/** Reading requests of the backend; every reply is parsed before it is handed on. All throw `ApiError`. */
export interface Api {
  fetchIncident: (id: string, signal: AbortSignal) => Promise<IncidentDetail>;
  fetchCity: (signal: AbortSignal) => Promise<CityReply>;
  fetchKpi: (period: KpiPeriod, signal: AbortSignal) => Promise<KpiReport>;
  /** The same figures as a CSV file. */
  fetchKpiCsv: (period: KpiPeriod, signal: AbortSignal) => Promise<Blob>;
  map: MapApi;
  /** For what only one screen asks. */
  http: Http;
}

/** @param url origin of the backend, e.g. `http://127.0.0.1:1120` */
export function createApi(url: string, credentials: Credentials): Api {
  const http = createHttp(url, credentials);
  return {
    fetchIncident: async (id, signal) =>
      (await http.ask(`/incidents/${encodeURIComponent(id)}`, incidentDetailSchema, { signal }))
        .data,
    // The browser's HTTP cache keeps the pack and asks with its ETag: an unchanged one costs a 304.
    fetchCity: async (signal) => {
      const { data, reply } = await http.ask('/city', cityPackSchema, { signal });
      return { city: data, hash: reply.headers.get('etag')?.replaceAll('"', '') ?? null };
    },
    fetchKpi: async (period, signal) =>
      (await http.ask(`/kpi?${queryOf(period)}`, kpiReportSchema, { signal })).data,
    fetchKpiCsv: async (period, signal) =>
      (await http.request(`/kpi/export.csv?${queryOf(period)}`, { signal })).blob(),
    map: createMapApi({
      get: async (path, schema, signal) => (await http.ask(path, schema, { signal })).data,
      bytes: (path, range, signal) => http.request(path, { signal, headers: { range } }),
    }),
    http,
  };
}

const queryOf = (period: KpiPeriod): string => new URLSearchParams(period).toString();
