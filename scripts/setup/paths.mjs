import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the repository's root. */
export const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(
  /[\\/]$/,
  '',
);

/** Git-ignored folder of this clone: runtimes, stamps, locks. Safe to delete. */
export const cacheFolder = join(repositoryRoot, '.cache');

/** Per-user folder shared by all clones, so that a large download is fetched once. Safe to delete. */
export const userCacheFolder = join(
  process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'),
  'cilegon-command-center',
);
