import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { CityPack } from '@shared/domain/city-pack';
import type { Incident, IncidentState } from '@shared/domain/incident';
import type { Unit } from '@shared/domain/unit';
import {
  dispatchUnitsSchema,
  openIncidentSchema,
  positionReportSchema,
  receiveComplaintSchema,
  recordCallSchema,
  recordUnitStatusSchema,
  reportPositionsSchema,
  transitionComplaintSchema,
  transitionIncidentSchema,
} from '@shared/protocol/commands';
import { z } from 'zod';

export interface FakeIntake {
  url: string;
  /** `POST /calls`, … with its id struck out → how often it came. */
  counts: Map<string, number>;
  /** What its schema refused: empty where the sender keeps the protocol. */
  problems: string[];
  /** Idempotency keys seen more than once. */
  retries: number;
  /** Answer 503 to this many writes. */
  failNext(count: number): void;
  close(): Promise<void>;
}

const SCHEMAS: readonly (readonly [RegExp, string, z.ZodType])[] = [
  [/^\/calls$/, 'calls', recordCallSchema],
  [/^\/incidents$/, 'incidents', openIncidentSchema],
  [/^\/incidents\/[^/]+\/transitions$/, 'incident transitions', transitionIncidentSchema],
  [/^\/incidents\/[^/]+\/assignments$/, 'assignments', dispatchUnitsSchema],
  [/^\/units\/[^/]+\/status$/, 'unit status', recordUnitStatusSchema],
  [/^\/complaints$/, 'complaints', receiveComplaintSchema],
  [/^\/complaints\/[^/]+\/transitions$/, 'complaint transitions', transitionComplaintSchema],
  [
    /^\/positions$/,
    'positions',
    reportPositionsSchema.extend({ positions: z.array(positionReportSchema) }),
  ],
];

/** An intake without rules or a store: it checks that what comes keeps the protocol, and says yes. */
export async function startFakeIntake(city: CityPack, since: string): Promise<FakeIntake> {
  const state = createState(city, since);
  const server = createServer((request, response) => void answer(request, response, state));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    counts: state.counts,
    problems: state.problems,
    get retries() {
      return state.retries;
    },
    failNext: (count) => {
      state.failures = count;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

interface State {
  counts: Map<string, number>;
  problems: string[];
  retries: number;
  failures: number;
  keys: Set<string>;
  units: Map<string, Unit>;
  incidents: Map<string, Incident>;
  meaningOf: Map<string, Unit['statusMeaning']>;
}

function createState(city: CityPack, since: string): State {
  const meaningOf = new Map(city.unitStatuses.map(({ code, meaning }) => [code, meaning]));
  const units = city.units.map(
    ({ callSign: id, agencyCode, stationCode, kind, initialStatusCode }): [string, Unit] => [
      id,
      {
        id,
        agencyCode,
        stationCode,
        kind,
        statusCode: initialStatusCode,
        statusMeaning: meaningOf.get(initialStatusCode) ?? 'off_duty',
        statusSince: since,
        isSos: false,
        version: 1,
      },
    ],
  );
  return {
    counts: new Map(),
    problems: [],
    retries: 0,
    failures: 0,
    keys: new Set(),
    units: new Map(units),
    incidents: new Map(),
    meaningOf,
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  state: State,
): Promise<void> {
  const path = (request.url ?? '').replace('/api/v1', '');
  const reply = (status: number, body: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  if (request.method === 'GET') {
    reply(200, read(path, state));
    return;
  }
  const body: unknown = JSON.parse(await textOf(request));
  if (state.failures > 0 && path !== '/positions') {
    state.failures -= 1;
    remember(request, state);
    reply(503, { code: 'unavailable', message: 'later', requestId: 'r' });
    return;
  }
  remember(request, state);
  const [, name, schema] = SCHEMAS.find(([pattern]) => pattern.test(path)) ?? [];
  const parsed = schema?.safeParse(body);
  if (name === undefined || parsed?.success !== true)
    state.problems.push(`${path}: ${parsed?.error?.message ?? 'no such route'}`);
  state.counts.set(name ?? path, (state.counts.get(name ?? path) ?? 0) + 1);
  if (path === '/positions') reply(202, { accepted: 1, rejected: [] });
  else reply(202, { seq: 1, id: write(path, parsed?.data, state), replayed: false });
}

function remember(request: IncomingMessage, state: State): void {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string') return;
  if (state.keys.has(key)) state.retries += 1;
  state.keys.add(key);
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

function read(path: string, state: State): unknown {
  const page = (items: unknown[]): unknown => ({ items, nextCursor: null });
  if (path.startsWith('/units')) return page([...state.units.values()]);
  const [, id] = /^\/incidents\/([^/?]+)/.exec(path) ?? [];
  if (id !== undefined)
    return { incident: state.incidents.get(id), assignments: [], notes: [], timeline: [] };
  if (path.startsWith('/incidents'))
    return page([...state.incidents.values()].filter(({ endedAt }) => endedAt === null));
  return page([]);
}

/** Just enough memory for the sender to find again what it did. */
function write(path: string, data: unknown, state: State): string {
  const [, kind, id = randomUUID(), verb] = path.split('/');
  if (kind === 'units') {
    const unit = state.units.get(id);
    const { statusCode } = data as { statusCode?: string };
    if (unit && statusCode !== undefined)
      state.units.set(id, {
        ...unit,
        statusCode,
        statusMeaning: state.meaningOf.get(statusCode) ?? unit.statusMeaning,
      });
  }
  const incident = state.incidents.get(id);
  if (kind === 'incidents' && verb === 'transitions' && incident) {
    const { to, at } = data as { to: IncidentState; at: string };
    const isOver = ['closed', 'false_report', 'duplicate', 'cancelled', 'transferred'].includes(to);
    state.incidents.set(id, { ...incident, state: to, endedAt: isOver ? at : null });
  }
  return id;
}
