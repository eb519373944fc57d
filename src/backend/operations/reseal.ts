import { openNote, SEALED_NOTE_PREFIX, sealNote } from '../personal-data/sealed-note';
import { SealError, type Sealer } from '../personal-data/sealer';
import type { Db } from '../store/database';
import { lockNotesWithoutPrefix, saveNoteText } from '../store/notes';
import {
  lockPersonalDataOfOtherKeys,
  type PersonalRow,
  savePersonalData,
} from '../store/personal-data';
import type { SealedDeps } from './sealed-deps';

export interface Resealed {
  /** Texts that are sealed with the newest key now, and were not. */
  resealed: number;
  /** Texts whose key is not here, or that were changed. */
  unreadable: number;
}

interface Batch extends Resealed {
  /** Where it ended; null: there was no more. */
  next: string | null;
}

const BATCH = 200;
const ACTOR = { kind: 'system', id: 'reseal' } as const;

/**
 * Seal with the newest key whatever was sealed with another one, and notes from before notes were sealed. In
 * batches, beside everything else; it may end at any point and begin again.
 */
export async function reseal(
  { store, sealer }: Pick<SealedDeps, 'store' | 'sealer'>,
  signal: AbortSignal,
): Promise<Resealed> {
  const total: Resealed = { resealed: 0, unreadable: 0 };
  for (const resealBatch of [resealPersons, resealNotes]) {
    for (let after: string | null = ''; after !== null && !signal.aborted; ) {
      const from: string = after;
      const { result } = await store.transact(ACTOR, (tx) => resealBatch(tx.db, sealer, from));
      total.resealed += result.resealed;
      total.unreadable += result.unreadable;
      after = result.next;
    }
  }
  return total;
}

async function resealPersons(db: Db, sealer: Sealer, after: string): Promise<Batch> {
  const keyId = sealer.keyId();
  const rows = await lockPersonalDataOfOtherKeys(db, keyId, { after, limit: BATCH });
  let resealed = 0;
  for (const row of rows) {
    const sealed = resealedRow(sealer, row);
    if (sealed === null) continue;
    await savePersonalData(db, { ...row, sealed, keyId });
    resealed += 1;
  }
  return { ...counted(rows, resealed), next: nextOf(rows.map(({ subject }) => subject)) };
}

function resealedRow(sealer: Sealer, { subject, sealed }: PersonalRow): string | null {
  try {
    return sealer.seal(subject, sealer.open(subject, sealed));
  } catch (error) {
    if (error instanceof SealError) return null;
    throw error;
  }
}

async function resealNotes(db: Db, sealer: Sealer, after: string): Promise<Batch> {
  const done = `${SEALED_NOTE_PREFIX}${sealer.keyId()}.`;
  const rows = await lockNotesWithoutPrefix(db, done, { after, limit: BATCH });
  let resealed = 0;
  for (const { id, text } of rows) {
    const plain = openNote(sealer, id, text);
    if (plain === null) continue;
    await saveNoteText(db, { id, text: sealNote(sealer, id, plain) });
    resealed += 1;
  }
  return { ...counted(rows, resealed), next: nextOf(rows.map(({ id }) => id)) };
}

const counted = (rows: readonly unknown[], resealed: number): Resealed => ({
  resealed,
  unreadable: rows.length - resealed,
});

const nextOf = (ids: readonly string[]): string | null =>
  ids.length < BATCH ? null : (ids.at(-1) ?? null);
