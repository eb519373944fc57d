import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { silentLog } from '../../../../src/backend/log';
import { StartError } from '../../../../src/backend/start-error';
import { readHead } from '../../../../src/backend/store/change-log';
import { describeRunning } from '../../../../src/backend/store/data-directory';
import { openStore } from '../../../../src/backend/store/open-store';
import { imageVersionPath, readEmptyImage } from '../../../../src/backend/store/pglite-image';
import { createFakeClock } from '../../../support/fake-clock';
import { EMPTY_IMAGE_PATH } from '../../../support/open-test-store';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'cc-store-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const open = () =>
  openStore({
    dataDir,
    databaseUrl: null,
    clock: createFakeClock(),
    log: silentLog,
    emptyImagePath: EMPTY_IMAGE_PATH,
  });

describe('openStore on PGlite', () => {
  it('keeps what was committed, and the identity of its log, from one start to the next', async () => {
    const first = await open();
    await first.transact({ kind: 'system', id: 'test' }, async (tx) =>
      tx.append({ type: 'unit.retired', data: { unitId: 'A' } }),
    );
    const head = await readHead(first.db);
    expect(head.seq).toBe(1);
    await first.close();

    const second = await open();
    expect(await readHead(second.db)).toEqual(head);
    await second.close();
  });

  it('sets a half-made first start aside and begins anew', async () => {
    mkdirSync(join(dataDir, 'database'));
    writeFileSync(join(dataDir, 'database', 'PG_VERSION'), '18\n');
    const store = await open();
    expect((await readHead(store.db)).seq).toBe(0);
    expect(existsSync(join(dataDir, 'database.incomplete', 'PG_VERSION'))).toBe(true);
    await store.close();
  });

  it('refuses a directory that is in use, and frees it when it closes', async () => {
    const store = await open();
    store.setUrl('http://127.0.0.1:1120');
    await expect(open()).rejects.toThrow(StartError);
    await expect(open()).rejects.toThrow(/process \d+ \(http:\/\/127\.0\.0\.1:1120\).*--data-dir/);
    expect(await describeRunning(dataDir)).toEqual({
      pid: process.pid,
      url: 'http://127.0.0.1:1120',
    });
    await store.close();
    expect(await describeRunning(dataDir)).toBeNull();
  });
});

describe('readEmptyImage', () => {
  it('is passed over when another PGlite made it, or when it is missing', async () => {
    const imagePath = join(dataDir, 'empty.tar.gz');
    expect(await readEmptyImage(imagePath, silentLog)).toBeNull();
    cpSync(EMPTY_IMAGE_PATH, imagePath);
    writeFileSync(imageVersionPath(imagePath), '{"pglite":"0.0.1"}');
    expect(await readEmptyImage(imagePath, silentLog)).toBeNull();
  });

  it('is the one committed for the PGlite that is installed', async () => {
    expect(await readEmptyImage(EMPTY_IMAGE_PATH, silentLog)).not.toBeNull();
  });
});
