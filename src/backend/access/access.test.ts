import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { PRINCIPALS } from '../../../tests/support/principals';
import { createAccessList } from './access-list';
import { readAccessTokens, readOrCreateAccessTokens } from './access-tokens';
import { bearerToken } from './bearer';
import { machineIdentity } from './identity';

describe('createAccessList', () => {
  const list = createAccessList([
    { token: 'window-token', identity: machineIdentity(PRINCIPALS.supervisor) },
    { token: 'feed-token', identity: machineIdentity(PRINCIPALS.integration) },
  ]);

  it('knows whom a token stands for', async () => {
    expect(await list.identify('feed-token')).toMatchObject({
      principal: PRINCIPALS.integration,
      actor: { kind: 'integration', id: 'feed' },
    });
  });

  it.each(['', 'window', 'window-token ', 'WINDOW-TOKEN'])(
    'knows nobody behind %j',
    async (token) => {
      expect(await list.identify(token)).toBeNull();
    },
  );
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
    expect(new Set(Object.values(first)).size).toBe(3);
    expect(readOrCreateAccessTokens(dataDir)).toEqual(first);
    expect(readAccessTokens(dataDir)).toEqual(first);
  });

  it('completes the file of a former version, keeping the tokens it has', () => {
    const { wall: _, ...former } = readOrCreateAccessTokens(dataDir);
    writeFileSync(join(dataDir, 'access-tokens.json'), JSON.stringify(former));
    const completed = readOrCreateAccessTokens(dataDir);
    expect(completed).toMatchObject(former);
    expect(readAccessTokens(dataDir)).toEqual(completed);
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
