import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { createFakeClock } from '../../../tests/support/fake-clock';
import { openKeyRing } from './key-ring';
import { addDataKey } from './keys-file';

const clock = createFakeClock();
let directory: string;
let file: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'cc-ring-'));
  file = join(directory, 'keys.json');
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

test('takes a key that was added while it is open', () => {
  const ring = openKeyRing(file, clock);
  const before = ring.current();
  const after = addDataKey(file, clock);
  utimesSync(file, 1, 1);
  expect(ring.current()).toBe(before);
  clock.advance(2_000);
  expect(ring.current()).toEqual(after);
});

test('goes on with the keys it has when the file is taken away or damaged', () => {
  const ring = openKeyRing(file, clock);
  const before = ring.current();
  writeFileSync(file, 'nonsense');
  utimesSync(file, 2, 2);
  clock.advance(2_000);
  expect(ring.current()).toEqual(before);
  rmSync(file);
  clock.advance(2_000);
  expect(ring.current()).toEqual(before);
});
