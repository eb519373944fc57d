import { statSync } from 'node:fs';

import type { Clock } from '../clock';
import type { Keys } from './keys';
import { createKeysFile, readKeysFile } from './keys-file';

export interface KeyRing {
  /** The keys of the file as it is now: a rotation needs no restart. */
  current(): Keys;
}

/** How long keys are used before the file is looked at again. */
const FRESH_MS = 2_000;

/**
 * The keys of an installation, made at its first start.
 * @throws StartError when the file is there but cannot be understood
 */
export function openKeyRing(file: string, clock: Clock): KeyRing {
  let keys = createKeysFile(file, clock);
  let modifiedMs = modifiedAt(file);
  let lookedMs = clock.nowMs();
  return {
    current() {
      const now = clock.nowMs();
      if (now - lookedMs < FRESH_MS && now >= lookedMs) return keys;
      lookedMs = now;
      const modified = modifiedAt(file);
      if (modified === modifiedMs || modified === null) return keys;
      modifiedMs = modified;
      keys = readAgain(file) ?? keys;
      return keys;
    },
  };
}

/** Null where it cannot be understood: what is in use stays in use, and the next start says what is wrong. */
function readAgain(file: string): Keys | null {
  try {
    return readKeysFile(file);
  } catch {
    return null;
  }
}

const modifiedAt = (file: string): number | null =>
  statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? null;
