import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { PGlite } from '@electric-sql/pglite';

import { imageVersionPath, installedPgliteVersion } from '../src/backend/store/pglite-image';

/**
 * Makes `resources/pglite/empty.tar.gz`: a fresh cluster without any table. To be run again, and its output
 * committed, when the version of PGlite changes; until then a first start makes its own cluster.
 */
const imagePath = join(dirname(fileURLToPath(import.meta.url)), '../resources/pglite/empty.tar.gz');

const pglite = await PGlite.create();
const image = Buffer.from(await (await pglite.dumpDataDir('gzip')).arrayBuffer());
await pglite.close();

await mkdir(dirname(imagePath), { recursive: true });
await writeFile(imagePath, image);
const version = await installedPgliteVersion();
await writeFile(imageVersionPath(imagePath), `${JSON.stringify({ pglite: version }, null, 2)}\n`);
console.log(`${imagePath}: ${(image.length / 1e6).toFixed(1)} MB, PGlite ${version}`);
