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

/** As the crow flies; null: there are none. */
export function nearestTo(places: readonly LngLat[], [lng, lat]: LngLat): LngLat | null {
  const far = (place: LngLat): number => Math.hypot(place[0] - lng, place[1] - lat);
  return places.reduce<LngLat | null>(
    (best, next) => (best === null || far(next) < far(best) ? next : best),
    null,
  );
}

/** The agencies of an incident's category, as the city pack has them. */
export interface Responders {
  leadAgencies: readonly string[];
  supportAgencies: readonly string[];
}

/**
 * For each need the nearest unit that will do, none twice, of the category's lead and support agencies.
 * Only where none of these has such a vehicle at all (an ambulance for somebody hurt) another agency's is sent.
 * @param freeAt where a unit could start from now; null: it cannot
 * @returns fewer than needed where there are no more
 */
export function chooseUnits<U extends FleetUnit>(
  units: readonly U[],
  needs: readonly UnitNeed['kinds'][],
  to: LngLat,
  responders: Responders,
  freeAt: (unit: U) => LngLat | null,
): U[] {
  const chosen: U[] = [];
  for (const kinds of needs) {
    let best: U | null = null;
    let leastCost = Number.POSITIVE_INFINITY;
    for (const unit of eligibleUnits(units, kinds, responders)) {
      const from = freeAt(unit);
      if (from === null || chosen.includes(unit)) continue;
      // A lesser kind, or a supporting agency's vehicle, is sent only where it is clearly nearer.
      const detour =
        kinds.indexOf(unit.kind) * 4_000 +
        (responders.leadAgencies.includes(unit.agencyCode) ? 0 : 2_500);
      const cost = distanceMeters(from, to) + detour;
      if (cost >= leastCost) continue;
      best = unit;
      leastCost = cost;
    }
    if (best) chosen.push(best);
  }
  return chosen;
}

function eligibleUnits<U extends FleetUnit>(
  units: readonly U[],
  kinds: UnitNeed['kinds'],
  { leadAgencies, supportAgencies }: Responders,
): readonly U[] {
  const suitable = units.filter(({ kind }) => kinds.includes(kind));
  const own = suitable.filter(
    ({ agencyCode }) => leadAgencies.includes(agencyCode) || supportAgencies.includes(agencyCode),
  );
  return own.length > 0 ? own : suitable;
}
