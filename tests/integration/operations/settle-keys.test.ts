import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { createKeysFile } from '../../../src/backend/keys/keys-file';
import { settleKeys } from '../../../src/backend/operations/access/settle-keys';
import { openTestBackend, type TestBackend } from '../../support/test-backend';

let backend: TestBackend;
let directory: string;
beforeAll(async () => {
  backend = await openTestBackend();
  directory = mkdtempSync(join(tmpdir(), 'cc-settle-keys-'));
});
afterAll(async () => {
  await backend.store.close();
  rmSync(directory, { recursive: true });
});

test('a database keeps to the keys it was first used with', async () => {
  const { store, clock } = backend;
  const file = join(directory, 'keys.json');
  const keys = await settleKeys({ store, file, clock });
  expect(await settleKeys({ store, file, clock })).toEqual(keys);

  const others = join(directory, 'others.json');
  createKeysFile(others, clock);
  await expect(settleKeys({ store, file: others, clock })).rejects.toThrow(/not those of this/);

  renameSync(file, join(directory, 'kept.json'));
  await expect(settleKeys({ store, file, clock })).rejects.toThrow(/Put them back/);
  // It must not have made new ones meanwhile.
  renameSync(join(directory, 'kept.json'), file);
  expect(await settleKeys({ store, file, clock })).toEqual(keys);
});
