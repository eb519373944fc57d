import type { CityPack } from '@shared/domain/city-pack';
import { createDisclosurePolicy } from '@shared/domain/disclosure';

import type { Clock } from '../clock';
import { readUnitsOnIncidents } from '../store/assignments';
import type { Store } from '../store/open-store';
import { createUnitVeils, type UnitVeils } from './unit-veils';

/** In which a unit that was cleared has surely left the neighbourhood. */
const LATELY_MS = 1_800_000;

/** Veils over the units that are on sensitive incidents now, or were lately. */
export async function startVeils(
  store: Pick<Store, 'db'>,
  clock: Clock,
  city: CityPack,
): Promise<UnitVeils> {
  const since = new Date(clock.nowMs() - LATELY_MS).toISOString();
  return createUnitVeils(createDisclosurePolicy(city), await readUnitsOnIncidents(store.db, since));
}
