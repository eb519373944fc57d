import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { z } from 'zod';

/** The software's version, of the installation at `appRoot`. */
export function readVersion(appRoot: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(appRoot, 'package.json'), 'utf8'));
  return z.object({ version: z.string() }).parse(manifest).version;
}
