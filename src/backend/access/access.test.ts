import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createAccessList } from './access-list';
import { readAccessTokens, readOrCreateAccessTokens } from './access-tokens';
import { bearerToken } from './bearer';

describe('createAccessList', () => {
  const list = createAccessList([
    { token: 'window-token', actor: { kind: 'operator', id: 'window' } },
    { token: 'feed-token', actor: { kind: 'integration', id: 'integration' } },
  ]);

  it('knows whom a token stands for', () => {
    expect(list.actorOf('feed-token')).toEqual({ kind: 'integration', id: 'integration' });
  });

  it.each(['', 'window', 'window-token ', 'WINDOW-TOKEN'])('knows nobody behind %j', (token) => {
    expect(list.actorOf(token)).toBeNull();
  });
});

describe('readOrCreateAccessTokens', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'cc-access-'));
  });
  afterEach(() => {
    rmSync(dataDir, { recursive: true });
  });

  it('makes different tokens at the first start and keeps them', () => {
    const first = readOrCreateAccessTokens(dataDir);
    expect(first.window).not.toBe(first.integration);
    expect(readOrCreateAccessTokens(dataDir)).toEqual(first);
    expect(readAccessTokens(dataDir)).toEqual(first);
  });

  it('lets nobody but the owner read the file', () => {
    readOrCreateAccessTokens(dataDir);
    expect(statSync(join(dataDir, 'access-tokens.json')).mode & 0o777).toBe(0o600);
  });

  it('refuses a damaged file, naming it, instead of replacing it', () => {
    writeFileSync(join(dataDir, 'access-tokens.json'), '{"window":"short"}');
    expect(() => readOrCreateAccessTokens(dataDir)).toThrow(join(dataDir, 'access-tokens.json'));
  });
});

describe('bearerToken', () => {
  it.each([
    ['Bearer abc-DEF_123', 'abc-DEF_123'],
    ['bearer abc', 'abc'],
    ['Basic abc', null],
    ['Bearer ', null],
    ['Bearer a b', null],
    [undefined, null],
  ])('%j → %j', (header, token) => {
    expect(bearerToken(header)).toBe(token);
  });
});
