import { fileURLToPath } from 'node:url';

import { createAreasInForce } from '../../../src/backend/areas/areas-in-force';
import { loadCityPack } from '../../../src/backend/city-pack/load-city-pack';
import { openImportStore } from '../../../src/backend/cli/import-store';
import { systemClock } from '../../../src/backend/clock';
import { type ImportReport, importCalls } from '../../../src/backend/intake/import-calls';
import { loadImportProfile } from '../../../src/backend/intake/import-profile';
import { createPlaceFinder } from '../../../src/backend/intake/place-finder';
import { openRows } from '../../../src/backend/intake/read-rows';
import { recordNumbersOf } from '../../../src/backend/intake/record-numbers';
import { silentLog } from '../../../src/backend/log';
import { startBulkLoad } from '../../../src/backend/store/bulk-load';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

interface ImportLogOptions {
  file: string;
  dataDir: string;
  databaseUrl?: string | null;
  isDryRun?: boolean;
  onProgress?: (rows: number) => void;
}

/** A log into a data directory, as the command does it, with the profile that ships. */
export async function importLog({
  file,
  dataDir,
  databaseUrl = null,
  isDryRun = false,
  onProgress = () => undefined,
}: ImportLogOptions): Promise<ImportReport> {
  const city = await loadCityPack(`${ROOT}/resources/cities/cilegon`);
  const profile = await loadImportProfile(`${ROOT}/resources/profiles/cc112-sumenep.json`, city);
  const target = await openImportStore({
    dataDir,
    databaseUrl,
    appRoot: ROOT,
    clock: systemClock,
    log: silentLog,
    isDryRun,
  });
  try {
    return await importCalls({
      rows: await openRows(file, profile),
      profile,
      city,
      load: startBulkLoad(
        { transact: target.transact, clock: systemClock },
        {
          actor: { kind: 'importer', id: profile.source },
          source: profile.source,
          formatNumber: recordNumbersOf(city),
        },
      ),
      places: createPlaceFinder(city, createAreasInForce(city, null)),
      now: systemClock.now(),
      onRejected: () => undefined,
      onProgress: ({ rows }) => onProgress(rows),
    });
  } finally {
    await target.close();
  }
}
