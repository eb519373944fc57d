import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { systemClock } from '../../../src/backend/clock';
import { readConfig } from '../../../src/backend/config';
import { createLog } from '../../../src/backend/log';
import { type RunningBackend, startBackend } from '../../../src/backend/start-backend';
import { makeTestPlace, type TestPlace } from '../../support/test-engine';
import { connectStreamClient, until } from '../stream/stream-client';

const METRICS_TOKEN = 'metrics-token-of-this-test';

let dataDir: string;
let place: TestPlace;
let backend: RunningBackend;
let token: string;
const lines: string[] = [];

beforeAll(async () => {
  const appRoot = resolve('.');
  dataDir = await mkdtemp(join(tmpdir(), 'cc-watching-'));
  place = await makeTestPlace();
  const env = {
    CC_DATA_DIR: dataDir,
    CC_PORT: '0',
    CC_PROFILE: 'empty',
    CC_METRICS_TOKEN: METRICS_TOKEN,
    ...place.environment,
  };
  backend = await startBackend({
    config: readConfig(env, { appRoot, platform: process.platform, homeDir: dataDir }),
    appRoot,
    version: '0.0.0',
    clock: systemClock,
    log: createLog('trace', { write: (line) => lines.push(line) }),
    report: () => undefined,
    say: () => undefined,
  });
  const file = await readFile(join(dataDir, 'access-tokens.json'), 'utf8');
  token = (JSON.parse(file) as { integration: string }).integration;
});
afterAll(async () => {
  await backend.close();
  await place.remove();
  await rm(dataDir, { recursive: true });
});

async function send(
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${backend.url}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

async function readMetrics(): Promise<string> {
  const reply = await send('/metrics', undefined, { authorization: `Bearer ${METRICS_TOKEN}` });
  expect(reply.status).toBe(200);
  expect(reply.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  return reply.text();
}

const OPENING = { categoryCode: 'KBK', area: { kind: 'unknown' } };

async function openIncident(headers: Record<string, string> = {}) {
  const reply = await send('/api/v1/incidents', OPENING, headers);
  expect(reply.status).toBe(202);
  return (await reply.json()) as { seq: number; id: string };
}

describe('the metrics', () => {
  it('count what was taken in, refused and published', async () => {
    const client = connectStreamClient(backend.url, { auth: { token } });
    await until('the first snapshot', () => client.frames.includes('snapshot'));
    const { seq } = await openIncident({ 'idempotency-key': 'once' });
    await openIncident({ 'idempotency-key': 'once' });
    expect((await send('/api/v1/incidents', { categoryCode: 7 })).status).toBe(400);
    await until('the change', () => client.seq >= seq);
    const text = await readMetrics();
    client.close();

    const opened = 'cc_command_duration_seconds_count{action="incident.open",outcome=';
    for (const outcome of ['done', 'replayed', 'refused'])
      expect(text).toContain(`${opened}"${outcome}"} 1`);
    expect(text).toContain('cc_errors_total{code="validation_failed"} 1');
    expect(text).toContain(
      'cc_http_request_duration_seconds_count{method="POST",route="/api/v1/incidents",status_class="2xx"} 2',
    );
    expect(text).toContain('cc_sockets{audience="room"} 1');
    expect(text).toContain('cc_resumes_total{answer="snapshot",cause="connect"} 1');
    expect(text).toContain('cc_log_readable 1');
    expect(Number(/^cc_log_head_seq (?<seq>\d+)$/m.exec(text)?.groups?.['seq'])).toBe(client.seq);
    expect(text).toMatch(/^cc_publish_lag_seconds_count [1-9]/m);
    expect(text).toMatch(/^cc_transaction_duration_seconds_count\{outcome="committed"\} [1-9]/m);
    expect(text).toMatch(/^process_resident_memory_bytes \d/m);
  });

  it.each([undefined, 'Bearer another-token'])('are kept from who sends %s', async (given) => {
    const reply = await fetch(`${backend.url}/metrics`, {
      headers: given === undefined ? {} : { authorization: given },
    });
    expect(reply.status).toBe(401);
    expect(await reply.text()).not.toContain('cc_');
  });
});

describe('the log', () => {
  it('has one line for each write, with its request, who sent it, what for and its seq', async () => {
    const { seq } = await openIncident();
    await until('the line', () => lines.some((line) => line.includes(`"seq":${seq},`)));
    const written = lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter((line) => line['msg'] === 'written' && line['seq'] === seq);
    expect(written).toEqual([
      expect.objectContaining({ actorId: 'integration', action: 'incident.open', seq }),
    ]);
    expect(written[0]?.['requestId']).toMatch(/^[0-9a-f-]{36}$/);
    expect(written[0]?.['elapsedMs']).toBeGreaterThan(0);
  });
});

/** What a request carries here must not be found where people look who may not know it. */
const PLANTED = 'Penelepon-Contoh-0812-0000-0000';

/** Something a client would not send: written as it is. */
async function sendRaw(text: string): Promise<void> {
  const { hostname, port } = new URL(backend.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  socket.end(text);
  socket.resume();
  await once(socket, 'close');
}

describe('nothing that a request brings', () => {
  it('is found in the log at its lowest level or in the metrics, wherever it stood', async () => {
    const { id } = await openIncident();
    const notes = `/api/v1/incidents/${id}/notes`;
    const login = { username: PLANTED, password: PLANTED };
    await Promise.all([
      // Header
      send('/api/v1/incidents', OPENING, { authorization: `Bearer ${PLANTED}` }),
      send('/api/v1/incidents', OPENING, { 'idempotency-key': PLANTED }),
      send('/api/v1/city', undefined, {
        'user-agent': PLANTED,
        referer: `https://${PLANTED}.example/`,
        cookie: `session=${PLANTED}`,
        origin: `https://${PLANTED}.example`,
        'x-forwarded-for': PLANTED,
        'x-request-id': PLANTED,
        'if-none-match': PLANTED,
      }),
      send('/metrics', undefined, { authorization: `Bearer ${PLANTED}` }),
      send('/metrics', undefined, { authorization: `Basic ${PLANTED}` }),
      // Query and path, of a route and of none
      send(`/api/v1/calls?token=${PLANTED}`),
      send(`/api/v1/calls?cursor=${PLANTED}`),
      send(`/api/v1/incidents/${PLANTED}`),
      send(`/api/v1/incidents/${PLANTED}%00`),
      send(`/api/v1/${PLANTED}`, OPENING),
      send(`/${PLANTED}?${PLANTED}=${PLANTED}`),
      send(`/health/${PLANTED}`),
      // Body: refused, not JSON, of a sign-in, of a note, and with a letter that no database holds
      send('/api/v1/calls', { type: 'normal', callerName: PLANTED, callerPhone: PLANTED }),
      send('/api/v1/calls', { type: PLANTED }),
      send('/api/v1/calls', `{"type": "${PLANTED}`),
      send('/api/v1/session', login),
      send('/api/v1/session/refresh', { refreshToken: PLANTED }),
      send(notes, { text: PLANTED }),
      send(notes, { text: `${PLANTED}\u0000` }),
      // No HTTP
      sendRaw(`${PLANTED} / HTTP/1.1\r\n\r\n`),
      sendRaw(`GET / HTTP/1.1\r\n${PLANTED}\r\n\r\n`),
    ]);
    // A socket's handshake: its token, its point and its query; then what it asks.
    const refused = connectStreamClient(backend.url, { auth: { token: PLANTED } });
    const followed = connectStreamClient(`${backend.url}/?q=${PLANTED}`, {
      auth: { token },
      resume: { streamId: PLANTED, lastSeq: 1 },
    });
    await until('the picture', () => followed.frames.includes('snapshot'));
    followed.socket.emit('resume', { streamId: PLANTED, lastSeq: PLANTED });
    followed.socket.emit(PLANTED, PLANTED);
    await until('the answer', () => followed.frames.filter((f) => f === 'snapshot').length > 1);
    followed.close();
    refused.close();

    const text = await readMetrics();
    const log = lines.join('');
    // It was all seen.
    expect(log).toContain('"action":"incident.note"');
    expect(text).toContain('cc_socket_refusals_total{code="unauthorized"} 1');
    expect(text).toContain('cc_errors_total{code="not_found"}');
    for (const secret of [PLANTED, '0812', token, METRICS_TOKEN]) {
      expect(log).not.toContain(secret);
      expect(text).not.toContain(secret);
    }
  });
});

describe('readiness', () => {
  it('says that it is ready, and which checks fail: none', async () => {
    const reply = await send('/health/ready');
    expect(reply.status).toBe(200);
    expect(await reply.json()).toMatchObject({ status: 'ok', failing: {} });
  });
});
