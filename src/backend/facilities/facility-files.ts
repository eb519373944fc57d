import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { type FacilityKind, type FacilitySet, facilitySetSchema } from '@shared/domain/facility';

/** Where the facilities of a kind lie in the data directory. */
export function facilityFile(dataDir: string, kind: FacilityKind): string {
  return join(dataDir, 'facilities', `${kind}.json`);
}

/**
 * @returns null where none of the kind have been imported
 * @throws Error when the file is there and cannot be understood
 */
export async function readFacilitySet(
  dataDir: string,
  kind: FacilityKind,
): Promise<FacilitySet | null> {
  let text: string;
  try {
    text = await readFile(facilityFile(dataDir, kind), 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
  return facilitySetSchema.parse(JSON.parse(text));
}

/** Replace all facilities of the set's kind. Whoever reads meanwhile finds the old file or the new one. */
export async function writeFacilitySet(dataDir: string, set: FacilitySet): Promise<void> {
  const path = facilityFile(dataDir, set.kind);
  const draft = `${path}.${randomUUID()}.tmp`;
  await mkdir(dirname(path), { recursive: true });
  try {
    const file = await open(draft, 'wx');
    try {
      await file.writeFile(`${JSON.stringify(set)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}

/** @returns false where there were none */
export async function removeFacilitySet(dataDir: string, kind: FacilityKind): Promise<boolean> {
  try {
    await rm(facilityFile(dataDir, kind));
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
