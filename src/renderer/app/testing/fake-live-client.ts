import type { PositionTuple } from '@shared/protocol/positions';
import { createStore } from 'zustand/vanilla';

import type { LiveClient, LiveModel, LiveStoreState } from '../../live/model';
import { NOW_MS } from './records';

export interface FakeLiveOptions {
  state?: Partial<LiveStoreState>;
  positions?: readonly PositionTuple[];
  nowMs?: () => number;
  fetchIncident?: LiveClient['fetchIncident'];
  fetchKpi?: LiveClient['fetchKpi'];
  fetchKpiCsv?: LiveClient['fetchKpiCsv'];
  mapApi?: LiveClient['mapApi'];
  http?: LiveClient['http'];
}

/** A live client without a line: its store is set by the test. */
export function fakeLiveClient(options: FakeLiveOptions = {}): LiveClient {
  const positions = new Map((options.positions ?? []).map((tuple) => [tuple[0], tuple]));
  return {
    store: createStore<LiveStoreState>()(() => ({
      link: { kind: 'live' },
      hello: null,
      city: null,
      model: null,
      ticker: [],
      facilityKinds: [],
      ...options.state,
    })),
    positions: {
      get: (unitId) => positions.get(unitId),
      all: () => positions,
      subscribe: () => () => undefined,
    },
    serverNowMs: options.nowMs ?? (() => NOW_MS),
    fetchIncident:
      options.fetchIncident ??
      ((id) => Promise.reject(new Error(`no detail of ${id} in this fake`))),
    fetchKpi: options.fetchKpi ?? (() => Promise.reject(new Error('no report in this fake'))),
    fetchKpiCsv: options.fetchKpiCsv ?? (() => Promise.reject(new Error('no file in this fake'))),
    mapApi: options.mapApi ?? noMapApi,
    http: options.http ?? noHttp,
    forget: () => undefined,
    connect: () => undefined,
    stop: () => undefined,
  };
}

function noMapApi(): never {
  throw new Error('no map data in this fake');
}

function noHttp(): never {
  throw new Error('no backend in this fake');
}

/** A model with these records and nothing else. */
export function modelOf(parts: {
  seq?: number;
  incidents?: LiveModel['incidents'] extends ReadonlyMap<string, infer T> ? T[] : never;
  assignments?: LiveModel['assignments'] extends ReadonlyMap<string, infer T> ? T[] : never;
  units?: LiveModel['units'] extends ReadonlyMap<string, infer T> ? T[] : never;
  complaints?: LiveModel['complaints'] extends ReadonlyMap<string, infer T> ? T[] : never;
  callTallies?: LiveModel['callTallies'];
}): LiveModel {
  const byId = <T extends { id: string }>(records: T[] = []): Map<string, T> =>
    new Map(records.map((record) => [record.id, record]));
  return {
    seq: parts.seq ?? 1,
    horizonAt: new Date(NOW_MS - 30 * 3_600_000).toISOString(),
    incidents: byId(parts.incidents),
    assignments: byId(parts.assignments),
    units: byId(parts.units),
    complaints: byId(parts.complaints),
    callTallies: parts.callTallies ?? {},
  };
}
