import { invariant } from '@shared/assert';
import type { CityPack, UnitDefinition, UnitStatusDefinition } from '@shared/domain/city-pack';
import type { Instant } from '@shared/domain/time';
import type { Unit } from '@shared/domain/unit';
import type { Actor } from '@shared/protocol/changes';

import { findActiveAssignment, saveAssignment } from '../store/assignments';
import { writeMeta } from '../store/meta';
import type { Tx } from '../store/transact';
import { takeTurn } from '../store/turns';
import { lastUnitVersion, readUnits, retireUnit, saveUnit } from '../store/units';
import type { Deps } from './deps';

const ACTOR: Actor = { kind: 'system', id: 'city-pack' };

/**
 * Bring the units in line with the city pack: new ones are registered in their initial status, changed ones
 * registered again, missing ones retired (and taken off their incident). Running it twice changes nothing.
 * @param packHash content hash of the pack, kept in `meta`
 * @returns how many units were registered or retired
 */
export async function syncCityPack(
  deps: Pick<Deps, 'store' | 'clock' | 'city' | 'log'>,
  packHash: string,
): Promise<{ registered: number; retired: number }> {
  const { store, clock, city, log } = deps;
  const { result } = await store.transact(ACTOR, async (tx) => {
    // Nodes that start at once would each register what is missing.
    await takeTurn(tx.db, 'city-pack');
    const known = new Map((await readUnits(tx.db)).map((unit) => [unit.id, unit]));
    const now = clock.now();
    let registered = 0;
    for (const definition of city.units) {
      const before = known.get(definition.callSign);
      known.delete(definition.callSign);
      const after = await unitFromPack(tx, city, definition, before, now);
      if (before !== undefined && isSame(before, after)) continue;
      await saveUnit(tx.db, after);
      tx.append({ type: 'unit.registered', data: { unit: after } });
      registered += 1;
    }
    for (const unitId of known.keys()) {
      await takeOffIncident(tx, unitId, now);
      await retireUnit(tx.db, unitId, now);
      tx.append({ type: 'unit.retired', data: { unitId } });
    }
    await writeMeta(tx.db, { packHash });
    return { registered, retired: known.size };
  });
  if (result.registered + result.retired > 0)
    log.info(result, 'units brought in line with the city pack');
  return result;
}

async function unitFromPack(
  tx: Tx,
  city: CityPack,
  definition: UnitDefinition,
  before: Unit | undefined,
  now: Instant,
): Promise<Unit> {
  const { callSign, agencyCode, stationCode, kind } = definition;
  const kept = before && city.unitStatuses.find(({ code }) => code === before.statusCode);
  // A status that the pack no longer has, or that now means something else, cannot be kept.
  if (before !== undefined && kept?.meaning === before.statusMeaning) {
    const after = { ...before, agencyCode, stationCode, kind };
    return isSame(before, after) ? before : { ...after, version: before.version + 1 };
  }
  if (before !== undefined) await takeOffIncident(tx, callSign, now);
  const status = initialStatus(city, definition);
  return {
    id: callSign,
    agencyCode,
    stationCode,
    kind,
    statusCode: status.code,
    statusMeaning: status.meaning,
    statusSince: now,
    isSos: before?.isSos ?? false,
    version: (before?.version ?? (await lastUnitVersion(tx.db, callSign))) + 1,
  };
}

function initialStatus(
  city: CityPack,
  { callSign, initialStatusCode }: UnitDefinition,
): UnitStatusDefinition {
  const status = city.unitStatuses.find(({ code }) => code === initialStatusCode);
  invariant(
    status,
    `the city pack has the initial status ${initialStatusCode} of unit ${callSign}`,
  );
  return status;
}

const isSame = (a: Unit, b: Unit): boolean =>
  a.version === b.version &&
  a.agencyCode === b.agencyCode &&
  a.stationCode === b.stationCode &&
  a.kind === b.kind;

async function takeOffIncident(tx: Tx, unitId: string, now: Instant): Promise<void> {
  const assignment = await findActiveAssignment(tx.db, unitId);
  if (assignment === null) return;
  const after = { ...assignment, clearedAt: now };
  await saveAssignment(tx.db, after);
  tx.append({ type: 'assignment.cleared', data: { assignment: after } });
}
