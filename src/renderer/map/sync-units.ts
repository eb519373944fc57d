import type { CityPack } from '@shared/domain/city-pack';
import { positionFreshness } from '@shared/domain/position-freshness';

import { availabilityOf } from '../live/availability';
import type { LiveClient } from '../live/model';
import { type UnitMark, unitMark } from './features-of-units';
import type { IdInterner } from './intern-ids';
import type { UnitsUpdate } from './units-layer';

/** How often positions that nobody renews are looked at for their age. */
const FRESHNESS_SWEEP_MS = 5_000;

export interface UnitSync {
  /** What is (about to be) drawn of each unit. */
  marks: ReadonlyMap<string, UnitMark>;
  dispose: () => void;
}

/** Keeps the units of the map equal to those of the client: their status, place and freshness. */
export function syncUnits(
  client: LiveClient,
  city: CityPack,
  ids: IdInterner,
  update: (update: UnitsUpdate) => void,
): UnitSync {
  const marks = new Map<string, UnitMark>();

  function refresh(unitIds: Iterable<string>): void {
    const units = client.store.getState().model?.units;
    const nowMs = client.serverNowMs();
    const changed: UnitMark[] = [];
    const removedUnitIds: string[] = [];
    for (const unitId of unitIds) {
      const unit = units?.get(unitId);
      const position = client.positions.get(unitId);
      const freshness = position === undefined ? 'never' : positionFreshness(position[5], nowMs);
      if (unit === undefined || position === undefined || freshness === 'never') {
        if (marks.delete(unitId)) removedUnitIds.push(unitId);
        continue;
      }
      const availability = availabilityOf(unit, city.unitStatuses);
      const mark = unitMark(unit, position, ids.idOf(unitId), availability, freshness);
      marks.set(unitId, mark);
      changed.push(mark);
    }
    update({ changed, removedUnitIds });
  }

  function sweep(): void {
    const nowMs = client.serverNowMs();
    const aged = [...marks.values()].filter(
      ({ observedAtMs, icon }) => positionFreshness(observedAtMs, nowMs) !== icon.freshness,
    );
    if (aged.length > 0) refresh(aged.map(({ unitId }) => unitId));
  }

  refresh(client.store.getState().model?.units.keys() ?? []);
  const unsubscribeStore = client.store.subscribe((state, previous) => {
    const now = state.model?.units;
    const before = previous.model?.units;
    if (now === before) return;
    const changed = [...(now ?? [])]
      .filter(([id, unit]) => before?.get(id) !== unit)
      .map(([id]) => id);
    const removed = [...(before?.keys() ?? [])].filter((id) => now?.has(id) !== true);
    refresh([...changed, ...removed]);
  });
  const unsubscribePositions = client.positions.subscribe(refresh);
  const timer = setInterval(sweep, FRESHNESS_SWEEP_MS);

  return {
    marks,
    dispose() {
      unsubscribeStore();
      unsubscribePositions();
      clearInterval(timer);
    },
  };
}
