import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { z } from 'zod';

import type { Log } from '../log';

/** Stands beside the image and says which PGlite made it: a cluster of another build may not start. */
const imageVersionSchema = z.object({ pglite: z.string() });

/** The image's companion file: `empty.tar.gz` → `empty.json`. */
export const imageVersionPath = (imagePath: string): string =>
  imagePath.replace(/\.tar\.gz$/, '.json');

/**
 * The prepared empty cluster, which makes a first start take one second instead of four and more.
 * @returns null where it is missing or was made by another PGlite than the one installed (said in the log)
 */
export async function readEmptyImage(imagePath: string, log: Log): Promise<Blob | null> {
  try {
    const made = imageVersionSchema.parse(
      JSON.parse(await readFile(imageVersionPath(imagePath), 'utf8')),
    );
    const installed = await installedPgliteVersion();
    if (made.pglite === installed) return new Blob([await readFile(imagePath)]);
    log.warn(
      { imagePath, made: made.pglite, installed },
      'prepared database image is of another PGlite: making one',
    );
  } catch (error) {
    log.warn(
      { imagePath, err: error },
      'no prepared database image: making one, which takes some seconds',
    );
  }
  return null;
}

/** PGlite does not export its package.json, so it is found from the file that it does export. */
export async function installedPgliteVersion(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const manifest: unknown = JSON.parse(
    await readFile(join(dirname(entry), '..', 'package.json'), 'utf8'),
  );
  return z.object({ version: z.string() }).parse(manifest).version;
}
