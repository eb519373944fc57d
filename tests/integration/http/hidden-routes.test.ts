import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import type { FastifyInstance, RouteOptions } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { discoverRoutes } from '../../../scripts/fuzz/routes';
import { systemClock } from '../../../src/backend/clock';
import { readConfig } from '../../../src/backend/config';
import { HIDDEN_ROUTES } from '../../../src/backend/http/hidden-routes';
import { silentLog } from '../../../src/backend/log';
import { type RunningBackend, startBackend } from '../../../src/backend/start-backend';

const registered: string[] = [];
let dataDir: string;
let backend: RunningBackend;

/** Fastify tells of every instance it makes; its routes are noted before the first one is declared. */
function noteRoutes(message: unknown): void {
  const { fastify } = message as { fastify: FastifyInstance };
  fastify.addHook('onRoute', ({ method, url }: RouteOptions) => {
    for (const verb of [method].flat()) registered.push(`${verb} ${url}`);
  });
}

beforeAll(async () => {
  subscribe('fastify.initialization', noteRoutes);
  dataDir = await mkdtemp(join(tmpdir(), 'cc-routes-'));
  const env = { CC_DATA_DIR: dataDir, CC_PORT: '0', CC_PROFILE: 'empty' };
  const appRoot = resolve('.');
  backend = await startBackend({
    config: readConfig(env, { appRoot, platform: process.platform, homeDir: dataDir }),
    appRoot,
    version: '0.0.0',
    clock: systemClock,
    log: silentLog,
    report: () => undefined,
    say: () => undefined,
  });
});
afterAll(async () => {
  unsubscribe('fastify.initialization', noteRoutes);
  await backend.close();
  await rm(dataDir, { recursive: true, force: true });
});

it('leaves no route out of what the fuzz sends to', async () => {
  const openApi: unknown = await (await fetch(`${backend.url}/api/v1/openapi.json`)).json();
  const covered = new Set(
    discoverRoutes(openApi).map(
      ({ method, path }) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
    ),
  );
  const isOfItself = (route: string) => /^(HEAD|OPTIONS) /.test(route);
  expect(registered.length).toBeGreaterThan(30);
  expect(registered.filter((route) => !covered.has(route) && !isOfItself(route))).toEqual([]);
});

it('lists no hidden route that is not there', () => {
  const listed = HIDDEN_ROUTES.map(({ method, path }) => `${method} ${path}`);
  // What stands there instead of the pages while they are not built.
  const optional = ['GET /', 'GET /*'];
  expect(
    listed.filter((route) => !registered.includes(route) && !optional.includes(route)),
  ).toEqual([]);
});
