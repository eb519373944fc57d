import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { systemClock } from '../../../src/backend/clock';
import { readConfig } from '../../../src/backend/config';
import { createLog } from '../../../src/backend/log';
import { type RunningBackend, startBackend } from '../../../src/backend/start-backend';
import { makeTestPlace, type TestPlace } from '../../support/test-engine';
import { connectStreamClient, until } from '../stream/stream-client';

const SAID = 'Penelepon Contoh 0812-0000-0000';
const WRONG_TOKEN = 'not-a-token-of-this-house';

let dataDir: string;
let place: TestPlace;
let backend: RunningBackend;
let token: string;
const lines: string[] = [];

beforeAll(async () => {
  const appRoot = resolve('.');
  dataDir = await mkdtemp(join(tmpdir(), 'cc-log-'));
  place = await makeTestPlace();
  backend = await startBackend({
    config: readConfig(
      { CC_DATA_DIR: dataDir, CC_PORT: '0', CC_PROFILE: 'empty', ...place.environment },
      { appRoot, platform: process.platform, homeDir: dataDir },
    ),
    appRoot,
    version: '0.0.0',
    clock: systemClock,
    log: createLog('trace', { write: (line) => lines.push(line) }),
    report: () => undefined,
    say: () => undefined,
  });
  const file = await readFile(join(dataDir, 'access-tokens.json'), 'utf8');
  token = (JSON.parse(file) as { integration: string }).integration;
}, 60_000);
afterAll(async () => {
  await backend.close();
  await place.remove();
  await rm(dataDir, { recursive: true });
});

async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${backend.url}/api/v1${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as { id: string } };
}

it('holds no token and no word of a caller, whatever is sent, refused, repeated or fails', async () => {
  const opening = { categoryCode: 'KBK', area: { kind: 'unknown' } };
  const opened = await post('/incidents', opening, { 'idempotency-key': 'once' });
  expect(opened.status).toBe(202);
  const again = await post('/incidents', opening, { 'idempotency-key': 'once' });
  expect(again.body.id).toBe(opened.body.id);
  const conflict = await post(
    '/incidents',
    { ...opening, priority: 'P1' },
    { 'idempotency-key': 'once' },
  );
  expect(conflict.status).toBe(409);

  const notes = `/incidents/${opened.body.id}/notes`;
  expect((await post(notes, { text: SAID })).status).toBe(202);
  // A letter that no database holds.
  expect((await post(notes, { text: `${SAID}\u0000` })).status).toBe(400);
  expect((await post(notes, { text: SAID, callerPhone: SAID })).status).toBe(400);
  expect((await post(notes, `{"text": "${SAID}`)).status).toBe(400);
  expect((await post('/nowhere', { text: SAID })).status).toBe(404);
  const withToken = await post(`${notes}?token=${token}`, { text: `${SAID}\u0000` });
  expect(withToken.status).toBe(400);
  const refused = await post(notes, { text: SAID }, { authorization: `Bearer ${WRONG_TOKEN}` });
  expect(refused.status).toBe(401);

  const client = connectStreamClient(backend.url, { auth: { token } });
  await until('the stream greets', () => client.hello !== null);
  client.close();

  const log = lines.join('');
  expect(lines.filter((line) => line.includes('"request"')).length).toBeGreaterThan(8);
  const tokens = JSON.parse(await readFile(join(dataDir, 'access-tokens.json'), 'utf8')) as Record<
    string,
    string
  >;
  for (const secret of [backend.token, WRONG_TOKEN, ...Object.values(tokens)])
    expect(log).not.toContain(secret);
  expect(log).not.toContain('Bearer');
  expect(log).not.toContain('Penelepon');
  expect(log).not.toContain('0812');
}, 60_000);

it('strikes out credentials wherever they are handed to it', () => {
  const written: string[] = [];
  const log = createLog('trace', { write: (line) => written.push(line) });
  log.info(
    { token: 's3cret', headers: { authorization: 's3cret' }, auth: { token: 's3cret' } },
    'x',
  );
  log.info({ request: { headers: { authorization: 's3cret' } }, socket: { auth: 's3cret' } }, 'x');
  expect(written.join('')).not.toContain('s3cret');
  expect(written.join('')).toContain('[redacted]');
});

it('keeps what errors quote of a sender to itself', () => {
  const written: string[] = [];
  const log = createLog('trace', { write: (line) => written.push(line) });
  const cause = new Error(`invalid input syntax for type uuid: "${SAID}"`);
  const query = new Error(`Failed query: select $1\nparams: ${SAID}`, { cause });
  const packet = Object.assign(new Error('Parse Error'), { rawPacket: Buffer.from(SAID) });
  for (const err of [cause, query, packet]) log.error({ err }, 'x');
  const text = written.join('');
  expect(text).toContain('invalid input syntax for type uuid');
  expect(text).toContain('Failed query: select $1');
  expect(text).not.toContain('Penelepon');
  expect(text).not.toContain('rawPacket');
});
