import { systemClock } from '../../../src/backend/clock';
import { silentLog } from '../../../src/backend/log';
import { openStore } from '../../../src/backend/store/open-store';
import { EMPTY_IMAGE_PATH } from '../../support/open-test-store';

// Run as a process of its own by killed-process.test.ts: prints the seq of each commit once it is done.
const [dataDir] = process.argv.slice(2);
if (dataDir === undefined) throw new Error('Give the data directory.');

const store = await openStore({
  dataDir,
  databaseUrl: process.env['CC_DATABASE_URL'] ?? null,
  clock: systemClock,
  log: silentLog,
  emptyImagePath: EMPTY_IMAGE_PATH,
});
for (;;) {
  const { changes } = await store.transact({ kind: 'system', id: 'writer' }, async (tx) => {
    tx.append({ type: 'unit.retired', data: { unitId: 'a' } });
    tx.append({ type: 'unit.retired', data: { unitId: 'b' } });
  });
  process.stdout.write(`${changes.at(-1)?.seq}\n`);
}
