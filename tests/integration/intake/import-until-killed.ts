import { importLog } from './import-log';

// Run as a process of its own by import-killed.test.ts: prints how many rows it has read, batch by batch.
const [file, dataDir] = process.argv.slice(2);
if (file === undefined || dataDir === undefined)
  throw new Error('Give the log and the data directory.');

await importLog({
  file,
  dataDir,
  databaseUrl: process.env['CC_DATABASE_URL'] ?? null,
  onProgress: (rows) => process.stdout.write(`${String(rows)}\n`),
});
