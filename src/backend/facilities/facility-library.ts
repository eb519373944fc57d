import { stat } from 'node:fs/promises';

import {
  FACILITY_KINDS,
  type Facility,
  type FacilityKind,
  type FacilitySet,
} from '@shared/domain/facility';
import type { LngLat } from '@shared/domain/lng-lat';
import type { FacilityKindSummary } from '@shared/protocol/facilities';

import type { Log } from '../log';
import { facilityFile, readFacilitySet } from './facility-files';
import { createFacilityIndex, type FacilityIndex, type Found } from './facility-index';
import { createLocalPlane } from './local-plane';

export interface FacilityLibrary {
  kinds(): FacilityKindSummary[];
  list(kind: FacilityKind | null): Facility[];
  nearest(kind: FacilityKind, lngLat: LngLat, limit: number): Found[];
  /** Read again what an import has written. @returns the kinds that are others than before */
  refresh(): Promise<FacilityKind[]>;
}

interface Shelf {
  /** Of the file it was read from; null: there is none. */
  stamp: string | null;
  set: FacilitySet | null;
  index: FacilityIndex;
}

export interface FacilityLibraryOptions {
  dataDir: string;
  /** Middle of the city: distances are true around it. */
  center: LngLat;
  log: Log;
}

/** The facilities of a data directory in memory. A file that cannot be read is logged, and the other kinds go on. */
export async function openFacilityLibrary(
  options: FacilityLibraryOptions,
): Promise<FacilityLibrary> {
  const plane = createLocalPlane(options.center);
  const shelves = new Map<FacilityKind, Shelf>();
  const sets = (): FacilitySet[] => FACILITY_KINDS.flatMap((kind) => shelves.get(kind)?.set ?? []);

  const refreshKind = async (kind: FacilityKind): Promise<boolean> => {
    const stamp = await stampOf(facilityFile(options.dataDir, kind));
    const before = shelves.get(kind);
    if (before !== undefined && before.stamp === stamp) return false;
    const set = await readFacilitySet(options.dataDir, kind).catch((error: unknown) => {
      options.log.error({ err: error, kind }, 'facilities cannot be read; import them again');
      return null;
    });
    shelves.set(kind, { stamp, set, index: createFacilityIndex(set?.facilities ?? [], plane) });
    return true;
  };
  const refresh = async (): Promise<FacilityKind[]> => {
    const isChanged = await Promise.all(FACILITY_KINDS.map(refreshKind));
    return FACILITY_KINDS.filter((_, index) => isChanged[index]);
  };
  await refresh();
  return {
    kinds: () =>
      sets().map(({ kind, facilities, source }) => ({ kind, count: facilities.length, source })),
    list: (kind) =>
      sets()
        .filter((set) => kind === null || set.kind === kind)
        .flatMap(({ facilities }) => facilities),
    nearest: (kind, lngLat, limit) => shelves.get(kind)?.index.nearest(lngLat, limit) ?? [],
    refresh,
  };
}

async function stampOf(path: string): Promise<string | null> {
  try {
    const { ino, size, mtimeMs } = await stat(path);
    return `${ino} ${size} ${mtimeMs}`;
  } catch {
    return null;
  }
}
