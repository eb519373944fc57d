import { SealError, type Sealer } from './sealer';

/** Sealed texts stand in the column of plain ones; no person's words begin like this. */
export const SEALED_NOTE_PREFIX = 'sealed:';

export function sealNote(sealer: Sealer, noteId: string, text: string): string {
  return `${SEALED_NOTE_PREFIX}${sealer.seal(`note:${noteId}`, text)}`;
}

/**
 * A note's words; null where they were sealed with a key that is not here, so that the rest of an incident can
 * still be read. A text from before notes were sealed is itself.
 */
export function openNote(sealer: Sealer, noteId: string, stored: string): string | null {
  if (!stored.startsWith(SEALED_NOTE_PREFIX)) return stored;
  try {
    return sealer.open(`note:${noteId}`, stored.slice(SEALED_NOTE_PREFIX.length));
  } catch (error) {
    if (error instanceof SealError) return null;
    throw error;
  }
}
