import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { servePages } from './serve-pages';

let directory: string;
let app: FastifyInstance;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'cc-pages-'));
  app = fastify();
});
afterEach(async () => {
  await app.close();
  rmSync(directory, { recursive: true });
});

describe('servePages with a built dashboard', () => {
  beforeEach(async () => {
    writeFileSync(join(directory, 'index.html'), '<title>112</title>');
    mkdirSync(join(directory, 'assets'));
    writeFileSync(join(directory, 'assets', 'index-Bx81f_Qz.js'), 'run()');
    writeFileSync(join(directory, 'favicon.svg'), '<svg/>');
    await servePages(app, directory);
  });

  it.each(['/', '/operasi', '/operasi/kejadian/42', '/?theme=dark'])(
    'gives the document at %s, to be asked for anew each time',
    async (url) => {
      const reply = await app.inject(url);
      expect(reply.body).toContain('<title>112</title>');
      expect(reply.headers['cache-control']).toBe('no-cache');
    },
  );

  it('lets the browser keep files whose name carries their content’s hash, and no others', async () => {
    const hashed = await app.inject('/assets/index-Bx81f_Qz.js');
    expect(hashed.body).toBe('run()');
    expect(hashed.headers['cache-control']).toContain('immutable');
    expect((await app.inject('/favicon.svg')).headers['cache-control']).toBe('no-cache');
  });

  it.each([
    '/api/v1/nothing',
    '/api',
    '/health/other',
    '/docs/other',
    '/assets/gone-12345678.js',
    '/../package.json',
    '/%2e%2e/%2e%2e/etc/passwd.txt',
  ])('does not answer %s with the document', async (url) => {
    const reply = await app.inject(url);
    expect([403, 404]).toContain(reply.statusCode);
  });
});

it('says what to do when the dashboard is not built', async () => {
  await servePages(app, join(directory, 'missing'));
  expect((await app.inject('/')).body).toContain('npm run build');
});
