import type { CityPack, UnitDefinition } from '@shared/domain/city-pack';
import type { LngLat } from '@shared/domain/lng-lat';
import { distanceMeters } from '@shared/domain/lng-lat';

import type { UnitNeed } from './incident-patterns';
import type { RoadGraph } from './road-graph';
import { findRoute, type Route, straightRoute } from './route';

export interface FleetUnit {
  id: string;
  kind: UnitDefinition['kind'];
  agencyCode: string;
  home: LngLat;
}

/** The pack's units with where they are stationed. Those out of service at first are not among them. */
export function fleetOf(city: CityPack): FleetUnit[] {
  const stations = new Map(city.stations.map(({ code, lngLat }) => [code, lngLat]));
  const usable = new Set(
    city.unitStatuses
      .filter(({ meaning }) => meaning === 'available_at_station' || meaning === 'available_mobile')
      .map(({ code }) => code),
  );
  return city.units.flatMap(({ callSign, kind, agencyCode, stationCode, initialStatusCode }) => {
    const home = stations.get(stationCode);
    return home && usable.has(initialStatusCode) ? [{ id: callSign, kind, agencyCode, home }] : [];
  });
}

/** How much faster than ordinary traffic a vehicle is on its way to an emergency, and how much slower on its way home. */
export const EMERGENCY_FACTOR = 1.3;
export const RETURN_FACTOR = 0.85;

export function wayOf(
  graph: RoadGraph,
  kind: UnitDefinition['kind'],
  from: LngLat,
  to: LngLat,
): Route {
  return kind === 'boat' ? straightRoute(graph, from, to) : findRoute(graph, from, to);
}

/**
 * For each need the nearest unit that will do, none twice; units of the responsible agencies first.
 * @param freeAt where a unit could start from now; null: it cannot
 * @returns fewer than needed where there are no more
 */
export function chooseUnits<U extends FleetUnit>(
  units: readonly U[],
  needs: readonly UnitNeed['kinds'][],
  to: LngLat,
  agencyCodes: readonly string[],
  freeAt: (unit: U) => LngLat | null,
): U[] {
  const chosen: U[] = [];
  for (const kinds of needs) {
    let best: U | null = null;
    let leastCost = Number.POSITIVE_INFINITY;
    for (const unit of units) {
      const rank = kinds.indexOf(unit.kind);
      const from = freeAt(unit);
      if (rank === -1 || from === null || chosen.includes(unit)) continue;
      // Another agency's vehicle, or a lesser kind, is sent only where it is clearly nearer.
      const detour = rank * 4_000 + (agencyCodes.includes(unit.agencyCode) ? 0 : 2_500);
      const cost = distanceMeters(from, to) + detour;
      if (cost >= leastCost) continue;
      best = unit;
      leastCost = cost;
    }
    if (best) chosen.push(best);
  }
  return chosen;
}
