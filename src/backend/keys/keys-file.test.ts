import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { createFakeClock } from '../../../tests/support/fake-clock';
import { addDataKey, createKeysFile, readKeysFile } from './keys-file';

const clock = createFakeClock();
let directory: string;
let file: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'cc-keys-'));
  file = join(directory, 'keys.json');
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

test('makes keys that only their owner can read, and leaves nothing beside them', () => {
  const keys = createKeysFile(file, clock);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(keys.signing.key).toHaveLength(32);
  expect(keys.data[0].key).toHaveLength(32);
  expect(readKeysFile(file)).toEqual(keys);
});

test('keeps the keys that are there', () => {
  const first = createKeysFile(file, clock);
  expect(createKeysFile(file, clock)).toEqual(first);
});

test('adds a data key behind the ones before; it stays the file of the same installation', () => {
  const before = createKeysFile(file, clock);
  const after = addDataKey(file, clock);
  expect(after.data.slice(0, -1)).toEqual(before.data);
  expect(after.signing).toEqual(before.signing);
  expect(after.fingerprint).toBe(before.fingerprint);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('refuses a damaged file, naming it and what is wrong, but nothing of what is in it', () => {
  createKeysFile(file, clock);
  const secret = readFileSync(file, 'utf8');
  writeFileSync(file, secret.replace('"version": 1', '"version": 2'));
  const [, key] = /"key": "([^"]+)"/.exec(secret) ?? [];
  let message = '';
  try {
    readKeysFile(file);
  } catch (error) {
    message = String(error);
  }
  expect(message).toContain(file);
  expect(message).toContain('version');
  expect(message).not.toContain(key);
});

test('says so when there is no file', () => {
  expect(() => readKeysFile(file)).toThrow(/ENOENT/);
  expect(existsSync(file)).toBe(false);
});
