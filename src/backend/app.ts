import { randomUUID } from 'node:crypto';

import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import type { Hello } from '@shared/protocol/stream';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';

import { registerLocalSession } from './access/register-local-session';
import { requireToken } from './access/require-token';
import { createHttpServer } from './border/create-server';
import type { KeyPair } from './border/tls-files';
import { contentSecurityPolicy } from './content-security-policy';
import type { Readiness } from './health/health-checks';
import { registerHealth } from './health/register-health';
import type { ApiDeps } from './http/api';
import { answerFrameworkFault } from './http/error-handler';
import { registerApi } from './http/register-api';
import { watchRequests } from './http/watch-requests';
import type { Metrics } from './metrics/metrics';
import { registerMetrics } from './metrics/register-metrics';
import { watchState } from './metrics/watch-state';
import type { PositionHub } from './positions/position-hub';
import type { UnitVeils } from './positions/unit-veils';
import { servePages } from './serve-pages';
import type { Store } from './store/open-store';
import type { ChangeSource } from './stream/change-source';
import { attachGateway } from './stream/gateway';
import type { Publisher } from './stream/publisher';

const HALF_A_YEAR_SECONDS = 15_768_000;
/** Enough for any single record; the position intake has its own limit. */
const BODY_LIMIT_BYTES = 65_536;

export interface AppDeps extends Omit<ApiDeps, 'authenticate'> {
  positions: PositionHub;
  veils: UnitVeils;
  source: ChangeSource;
  publisher: Publisher;
  identity: Omit<Hello, 'serverTime' | 'headSeq' | 'cityHash'>;
  localSession: { token: string; isEnabled: boolean };
  /** Null: plain HTTP. */
  tls: KeyPair | null;
  /** Addresses and ranges whose `X-Forwarded-*` is believed. */
  trustedProxies: readonly string[];
  metrics: Metrics;
  /** Of the pool to the database server, for the metrics; null: it is embedded. */
  connections: Store['connections'];
  /** `CC_METRICS_TOKEN`; null: metrics are for this machine alone. */
  metricsToken: string | null;
  /** Whether it is worth sending somebody here now. */
  checkHealth: () => Promise<Readiness>;
  /** The built dashboard; when it is not there, the rest is served all the same. */
  rendererDir: string;
}

/** The whole server, not yet listening: intake, queries, stream, health and the dashboard's pages. */
export async function buildApp(deps: AppDeps): Promise<FastifyInstance> {
  const { log, clock, publisher, border } = deps;
  const loggerInstance: FastifyBaseLogger = log;
  const app = fastify({
    loggerInstance,
    frameworkErrors: answerFrameworkFault,
    serverFactory: (handler) => createHttpServer(handler, deps.tls),
    trustProxy: deps.trustedProxies.length > 0 && [...deps.trustedProxies],
    // A line per request at debug level is written below; two at info level would drown the rest.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: BODY_LIMIT_BYTES,
    // Requests under way are finished; connections that only wait do not hold up the end.
    forceCloseConnections: 'idle',
    // Every schema here is zod's; without this the libraries for JSON Schema are loaded all the same.
    schemaController: {
      compilersFactory: {
        buildValidator: () => refuseJsonSchema,
        buildSerializer: () => refuseJsonSchema,
      },
    },
  });
  for (const name of ['identity', 'principal', 'actor']) app.decorateRequest(name);
  watchRequests(app, { log, metrics: deps.metrics.http });
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy },
    referrerPolicy: { policy: 'no-referrer' },
    // On plain HTTP in a local network, a browser that was told to insist on TLS would find no server.
    strictTransportSecurity: deps.tls !== null && {
      maxAge: HALF_A_YEAR_SECONDS,
      includeSubDomains: false,
    },
  });
  await app.register(cors, {
    // A desktop window's pages live under an origin of their own; a browser's come from this server.
    origin: (origin, decide) => decide(null, border.isAllowedOrigin({ origin })),
    methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: ['authorization', 'content-type', 'idempotency-key', 'if-none-match', 'range'],
    exposedHeaders: ['content-disposition', 'etag', 'retry-after'],
    // An OPTIONS request that is no preflight is answered like any other path that is not there.
    strictPreflight: false,
    maxAge: 600,
  });

  await registerApi(app, { ...deps, authenticate: requireToken(deps.accounts) });
  registerLocalSession(app, deps.localSession);
  registerHealth(app, { check: deps.checkHealth, headSeq: () => publisher.seq() });
  registerMetrics(app, { registry: deps.metrics.registry, token: deps.metricsToken });
  await servePages(app, deps.rendererDir);

  const gateway = attachGateway({
    server: app.server,
    access: deps.accounts,
    revocations: deps.accounts.revocations,
    border,
    source: deps.source,
    publisher,
    positions: deps.positions,
    veils: deps.veils,
    city: deps.city,
    identity: deps.identity,
    cityHash: () => deps.areas.current().cityHash,
    watch: deps.metrics.stream,
    clock,
    log,
  });
  watchState(deps.metrics.registry, {
    version: deps.identity.serverVersion,
    profile: deps.identity.profile,
    headSeq: () => publisher.seq(),
    isLogReadable: () => publisher.isCurrent(),
    sockets: () => gateway.pressures(),
    unsavedPositions: () => deps.positions.unsavedCount(),
    writes: border.writes,
    reads: border.reads,
    connections: deps.connections,
  });
  app.addHook('preClose', async () => {
    gateway.close();
  });
  return app;
}

function refuseJsonSchema(): never {
  throw new Error('A route has a JSON Schema; describe it with zod, under the API.');
}
