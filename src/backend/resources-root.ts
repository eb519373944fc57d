import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { StartError } from './start-error';

const MARK = join('resources', 'cities');

/**
 * The directory that holds `resources/` and `out/`: the nearest one above the running file. It is the same
 * search from sources, from the build and inside a packaged application, whatever their depth.
 * @throws StartError when no directory above has `resources/cities`
 */
export function findAppRoot(moduleUrl: string): string {
  let directory = dirname(fileURLToPath(moduleUrl));
  for (;;) {
    if (existsSync(join(directory, MARK))) return directory;
    const parent = dirname(directory);
    if (parent === directory) break;
    directory = parent;
  }
  throw new StartError(
    `No ${MARK} found above ${fileURLToPath(moduleUrl)}. Reinstall the application.`,
  );
}
