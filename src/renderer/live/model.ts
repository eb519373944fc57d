import type { Assignment } from '@shared/domain/assignment';
import type { CityPack } from '@shared/domain/city-pack';
import type { Complaint } from '@shared/domain/complaint';
import type { Incident } from '@shared/domain/incident';
import type { Instant } from '@shared/domain/time';
import type { Unit } from '@shared/domain/unit';
import type { Change } from '@shared/protocol/changes';
import type { FacilityKindSummary } from '@shared/protocol/facilities';
import type { KpiPeriod, KpiReport } from '@shared/protocol/kpi';
import type { PositionTuple } from '@shared/protocol/positions';
import type { IncidentDetail } from '@shared/protocol/replies';
import type { CallTally } from '@shared/protocol/snapshot';
import type { Hello } from '@shared/protocol/stream';
import type { StoreApi } from 'zustand/vanilla';

import type { Credentials } from './credentials';
import type { Http } from './http';
import type { MapApi } from './map-api';

/** The client's copy of the server's state at `seq`: `snapshot(N) + changes(N+1..seq)`. Never edited in place. */
export interface LiveModel {
  seq: number;
  horizonAt: Instant;
  incidents: ReadonlyMap<string, Incident>;
  assignments: ReadonlyMap<string, Assignment>;
  units: ReadonlyMap<string, Unit>;
  complaints: ReadonlyMap<string, Complaint>;
  /** WIB day → calls by type. */
  callTallies: Readonly<Record<string, CallTally>>;
}

/** The state of the line to the server; always on screen. Times are Unix ms of this machine's clock. */
export type LinkState =
  /** No picture yet. */
  | { kind: 'connecting' }
  /** langsung */
  | { kind: 'live' }
  /** menyusul: connected, asking for what was missed. */
  | { kind: 'catching_up' }
  /** basi sejak …: there is a picture, and nothing has been heard since then. */
  | { kind: 'stale'; sinceMs: number }
  /** luring: the line is down and being tried again. */
  | { kind: 'offline'; sinceMs: number; retryAtMs: number | null }
  /** Only a person can mend it: another protocol version, or a refused token. */
  | { kind: 'blocked'; reason: 'protocol_mismatch' | 'unauthorized' };

export interface LiveStoreState {
  link: LinkState;
  hello: Hello | null;
  city: CityPack | null;
  model: LiveModel | null;
  /** The latest changes, newest first, bounded. */
  ticker: readonly Change[];
  /** Kinds of facilities that have been imported; empty until the server has said. */
  facilityKinds: readonly FacilityKindSummary[];
}

/** Latest position per unit. High-rate: it never goes through React state. */
export interface PositionFeed {
  get(unitId: string): PositionTuple | undefined;
  all(): ReadonlyMap<string, PositionTuple>;
  /** Called at most once per frame with the ids that moved. @returns the unsubscribe */
  subscribe(listener: (movedUnitIds: ReadonlySet<string>) => void): () => void;
}

export interface BackendAddress {
  /** Origin, e.g. `http://127.0.0.1:1120`. */
  url: string;
  credentials: Credentials;
}

/** Everything a screen gets of the backend: one for a window's whole life. */
export interface LiveClient {
  store: StoreApi<LiveStoreState>;
  positions: PositionFeed;
  /** The server's clock as estimated here, Unix ms; ages are measured against it. */
  serverNowMs(): number;
  /** @throws ApiError with the server's code and message */
  fetchIncident(id: string, signal: AbortSignal): Promise<IncidentDetail>;
  /** @throws ApiError with the server's code and message */
  fetchKpi(period: KpiPeriod, signal: AbortSignal): Promise<KpiReport>;
  /** The same figures as a CSV file. @throws ApiError with the server's code and message */
  fetchKpiCsv(period: KpiPeriod, signal: AbortSignal): Promise<Blob>;
  /** Of the backend followed now: ask for it anew with each request. @throws ApiError before there is one */
  mapApi(): MapApi;
  /** The same of what only one screen asks for. @throws ApiError before there is a backend */
  http(): Http;
  /** Follow this backend. At another address, or with other credentials, the picture stays and the log is resumed. */
  connect(backend: BackendAddress): void;
  /** Hang up and drop the picture: the next to look at this screen may be somebody else. */
  forget(): void;
  stop(): void;
}
