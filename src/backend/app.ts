import { randomUUID } from 'node:crypto';

import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import { APP_ORIGIN } from '@shared/ipc/app-origin';
import type { Hello } from '@shared/protocol/stream';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';

import type { AccessList } from './access/access-list';
import { registerLocalSession } from './access/register-local-session';
import { requireToken } from './access/require-token';
import { contentSecurityPolicy } from './content-security-policy';
import type { ApiDeps } from './http/api';
import { registerApi } from './http/register-api';
import type { PositionHub } from './positions/position-hub';
import { servePages } from './serve-pages';
import type { ChangeSource } from './stream/change-source';
import { attachGateway } from './stream/gateway';
import type { Publisher } from './stream/publisher';

/** Enough for any single record; the position intake has its own limit. */
const BODY_LIMIT_BYTES = 65_536;

export interface AppDeps extends Omit<ApiDeps, 'authenticate'> {
  access: AccessList;
  positions: PositionHub;
  source: ChangeSource;
  publisher: Publisher;
  identity: Omit<Hello, 'serverTime' | 'headSeq' | 'cityHash'>;
  localSession: { token: string; isEnabled: boolean };
  /** The built dashboard; when it is not there, the rest is served all the same. */
  rendererDir: string;
}

/** The whole server, not yet listening: intake, queries, stream, health and the dashboard's pages. */
export async function buildApp(deps: AppDeps): Promise<FastifyInstance> {
  const { log, clock, publisher } = deps;
  const loggerInstance: FastifyBaseLogger = log;
  const app = fastify({
    loggerInstance,
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
  app.decorateRequest('actor');
  app.addHook('onResponse', async (request, reply) => {
    const { id: requestId, method } = request;
    const path = request.url.split('?')[0];
    const { statusCode, elapsedTime: elapsedMs } = reply;
    log.debug({ requestId, method, path, statusCode, elapsedMs }, 'request');
  });
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy },
    referrerPolicy: { policy: 'no-referrer' },
    // Plain HTTP on a local network: a browser that was told to insist on TLS would find no server.
    strictTransportSecurity: false,
  });
  await app.register(cors, {
    // A desktop window's pages live under an origin of their own; a browser's come from this server.
    origin: [APP_ORIGIN],
    methods: ['GET', 'POST'],
    allowedHeaders: ['authorization', 'content-type', 'idempotency-key', 'if-none-match', 'range'],
    exposedHeaders: ['content-disposition', 'etag', 'retry-after'],
    maxAge: 600,
  });

  await registerApi(app, { ...deps, authenticate: requireToken(deps.access) });
  registerLocalSession(app, deps.localSession);
  registerHealth(app, publisher);
  await servePages(app, deps.rendererDir);

  const gateway = attachGateway({
    server: app.server,
    access: deps.access,
    source: deps.source,
    publisher,
    positions: deps.positions,
    identity: deps.identity,
    cityHash: () => deps.areas.current().cityHash,
    clock,
    log,
  });
  app.addHook('preClose', async () => {
    gateway.close();
  });
  return app;
}

function refuseJsonSchema(): never {
  throw new Error('A route has a JSON Schema; describe it with zod, under the API.');
}

/** `live`: the process answers. `ready`: it also can read its log, so that it is worth sending somebody to. */
function registerHealth(app: FastifyInstance, publisher: Publisher): void {
  const options = { schema: { hide: true } };
  app.get('/health/live', options, async () => ({ status: 'ok' }));
  app.get('/health/ready', options, async (_request, reply) => {
    const isReady = publisher.isCurrent();
    return reply
      .code(isReady ? 200 : 503)
      .send({ status: isReady ? 'ok' : 'degraded', headSeq: publisher.seq() });
  });
}
