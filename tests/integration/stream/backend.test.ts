import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import type { BackendState } from '@shared/ipc/bridge';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { readAccessTokens } from '../../../src/backend/access/access-tokens';
import { systemClock } from '../../../src/backend/clock';
import { readConfig } from '../../../src/backend/config';
import { silentLog } from '../../../src/backend/log';
import { type RunningBackend, startBackend } from '../../../src/backend/start-backend';
import { makeTestPlace, type TestPlace } from '../../support/test-engine';
import { connectStreamClient, type StreamClient, until } from './stream-client';

const appRoot = resolve('.');
let dataDir: string;
let place: TestPlace;
let backend: RunningBackend;
let states: BackendState[];
let said: string[];
const clients: StreamClient[] = [];

async function start(env: Record<string, string> = {}): Promise<RunningBackend> {
  const machine = { appRoot, platform: process.platform, homeDir: dataDir };
  return startBackend({
    config: readConfig(
      { CC_DATA_DIR: dataDir, CC_PORT: '0', CC_PROFILE: 'empty', ...place.environment, ...env },
      machine,
    ),
    appRoot,
    version: '0.0.0',
    clock: systemClock,
    log: silentLog,
    report: (state) => states.push(state),
    say: (line) => said.push(line),
  });
}

function connect(
  ...options: Parameters<typeof connectStreamClient> extends [string, ...infer R] ? R : never
): StreamClient {
  const client = connectStreamClient(backend.url, ...options);
  clients.push(client);
  return client;
}

function post(
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${backend.url}/api/v1${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${toolToken()}`,
      'content-type': 'application/json',
      ...headers,
    },
    body: JSON.stringify(body),
  });
}

// One data directory for all: starting is what takes the time, and a backend must bear being used.
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'cc-backend-'));
  place = await makeTestPlace();
  states = [];
  said = [];
  backend = await start();
});
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});
afterAll(async () => {
  await backend.close();
  await place.remove();
  await rm(dataDir, { recursive: true, force: true });
});

const auth = () => ({ token: toolToken() });
/** Of a tool of this machine; the window's opens the sign-in alone. */
const toolToken = () => readAccessTokens(dataDir).integration;

describe('the backend', () => {
  it('reports how its start goes and ends ready, with address and token', () => {
    expect(states.map((state) => (state.kind === 'starting' ? state.phase : state.kind))).toEqual([
      'database',
      'listening',
      'ready',
    ]);
    expect(states.at(-1)).toMatchObject({ kind: 'ready', url: backend.url, token: backend.token });
  });

  it('shows a change over the stream that came in over HTTP, and to a late comer in its snapshot', async () => {
    const client = connect({ auth: auth() });
    await until('the snapshot', () => client.frames.includes('snapshot'));
    const reply = await post('/incidents', { categoryCode: 'KBK', lngLat: [106.05, -6.0] });
    expect(reply.status).toBe(202);
    const { seq } = (await reply.json()) as { seq: number };
    await until('the change', () => client.seq === seq);
    const late = connect({ auth: auth() });
    await until('its snapshot', () => late.seq === seq);
    expect(client.violations).toEqual([]);
  });

  it('continues a client’s picture after a restart on the same data, positions included', async () => {
    const client = connect({ auth: auth(), reconnection: true });
    await until('the snapshot', () => client.frames.includes('snapshot'));
    const [unit] = [...client.units.keys()];
    const observedAt = new Date().toISOString();
    await post('/positions', {
      positions: [{ unitId: unit, lngLat: [106.01, -5.95], observedAt }],
    });
    const port = new URL(backend.url).port;
    await backend.close();
    backend = await start({ CC_PORT: port });
    const reply = await post('/calls', { type: 'prank' });
    const { seq } = (await reply.json()) as { seq: number };
    await until('the change after the restart', () => client.seq === seq);
    expect(client.frames.filter((frame) => frame === 'snapshot')).toHaveLength(1);
    expect(client.violations).toEqual([]);
    const fresh = connect({ auth: auth() });
    await until('the kept position', () => fresh.positions.get(unit ?? '')?.[1] === 106.01);
  });

  it('wants a token for everything but its health, its description and a local page’s sign-in', async () => {
    const status = async (path: string, init?: RequestInit) =>
      (await fetch(`${backend.url}${path}`, init)).status;
    expect(await status('/api/v1/incidents')).toBe(401);
    expect(await status('/api/v1/city')).toBe(401);
    expect(await status('/api/v1/city', { headers: { authorization: 'Bearer guess' } })).toBe(401);
    expect(await status('/health/live')).toBe(200);
    expect(await status('/health/ready')).toBe(200);
    expect(await status('/api/v1/openapi.json')).toBe(200);
  });

  it('gives the window’s token to its own page in a local browser, and to nothing else', async () => {
    const sign = (headers: Record<string, string>) =>
      fetch(`${backend.url}/api/v1/session/local`, { method: 'POST', headers });
    const own = await sign({ origin: backend.url });
    expect(await own.json()).toEqual({ token: backend.token });
    expect(own.headers.get('cache-control')).toBe('no-store');
    expect((await sign({ origin: 'https://attacker.example' })).status).toBe(401);
    expect((await sign({})).status).toBe(401);
  });

  it('lets a desktop window’s page call it, and no other origin', async () => {
    const allowed = async (origin: string) => {
      const reply = await fetch(`${backend.url}/api/v1/positions`, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization,content-type',
        },
      });
      return reply.headers.get('access-control-allow-origin');
    };
    expect(await allowed('app://command-center')).toBe('app://command-center');
    expect(await allowed('https://attacker.example')).toBeNull();
  });

  it('sends pages a policy that runs no foreign and no inline script', async () => {
    const policy = (await fetch(`${backend.url}/health/live`)).headers.get(
      'content-security-policy',
    );
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain(`ws://${new URL(backend.url).host}`);
    expect(policy).not.toMatch(/unsafe-eval|upgrade-insecure-requests|https:/);
  });
});

describe('a start that cannot succeed', () => {
  it('names who has the data directory', async () => {
    await expect(start()).rejects.toThrow(/in use/);
  });

  it('does not turn a real data directory into a demo', async () => {
    await backend.close();
    await expect(start({ CC_PROFILE: 'demo' })).rejects.toThrow(/--data-dir/);
    // What the failed start had opened is closed again.
    backend = await start({ CC_PROFILE: '' });
  });

  it('takes the next port when its own is taken, and says so', async () => {
    await backend.close();
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as { port: number };
    said = [];
    backend = await start({ CC_PORT: String(port) });
    expect(backend.port).toBeGreaterThan(port);
    expect(said).toEqual([`Port ${port} is taken, using ${backend.port}.`]);
    other.close();
  });
});
