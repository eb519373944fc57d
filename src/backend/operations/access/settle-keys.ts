import type { Clock } from '../../clock';
import type { Keys } from '../../keys/keys';
import { createKeysFile, hasKeysFile, readKeysFile } from '../../keys/keys-file';
import { StartError } from '../../start-error';
import { claimKeys, readMeta } from '../../store/meta';
import type { Deps } from '../deps';

interface Options {
  store: Pick<Deps['store'], 'db'>;
  file: string;
  clock: Clock;
}

/**
 * The keys of this installation, made at its first start. A database is tied to the keys it was first used with,
 * so that no node goes on with others: it could not open what was sealed, and its tokens would be refused elsewhere.
 * @throws StartError saying what to do
 */
export async function settleKeys({ store, file, clock }: Options): Promise<Keys> {
  const { keysFingerprint } = await readMeta(store.db);
  if (keysFingerprint !== null && !hasKeysFile(file)) throw missing(file);
  const keys = hasKeysFile(file) ? readKeysFile(file) : createKeysFile(file, clock);
  if (keysFingerprint === null && (await claimKeys(store.db, keys.fingerprint))) return keys;
  const { keysFingerprint: tied } = await readMeta(store.db);
  if (tied !== keys.fingerprint) throw different(file);
  return keys;
}

const missing = (file: string): StartError =>
  new StartError(
    `This database belongs to keys that are not at ${file}. Put them back from a backup, or copy them from another node that serves it; CC_KEYS_FILE says where they are.`,
  );

const different = (file: string): StartError =>
  new StartError(
    `The keys in ${file} are not those of this database. All nodes of one database have the same file: copy it from a node that runs, or from the backup made with the database.`,
  );
