import type { CityPack } from '@shared/domain/city-pack';
import { distanceMeters } from '@shared/domain/lng-lat';
import { beforeAll, expect, it } from 'vitest';

import { createPlane } from '../../../src/backend/simulator/plane';
import {
  buildRoadGraph,
  type RoadGraph,
  reachable,
} from '../../../src/backend/simulator/road-graph';
import { findRoute, placeOnRoute, SPEED_MPS } from '../../../src/backend/simulator/route';
import { loadCilegon } from '../../support/cilegon';

let city: CityPack;
let graph: RoadGraph;
beforeAll(async () => {
  city = await loadCilegon();
  graph = buildRoadGraph(city.roads, createPlane(city.city.center));
});

it('joins the schematic roads into one network', () => {
  expect(graph.nodes.length).toBeGreaterThan(100);
  expect(reachable(graph.edgesOf).size).toBe(graph.nodes.length);
});

it('finds a way between all stations that is no absurd detour', () => {
  const stations = city.stations.map(({ lngLat }) => lngLat);
  for (const from of stations) {
    for (const to of stations) {
      const route = findRoute(graph, from, to);
      const straight = distanceMeters(from, to);
      expect(route.meters).toBeGreaterThanOrEqual(straight * 0.98);
      // The coast and the hills allow a detour; nobody drives through another city.
      expect(route.meters).toBeLessThan(straight * 3 + 4_000);
    }
  }
});

it('drives a route without a jump, at the speed of its streets, to its end', () => {
  const [from, to] = [city.stations[0], city.stations.at(-1)].map(
    (station) => station?.lngLat ?? city.city.center,
  );
  const route = findRoute(graph, from ?? city.city.center, to ?? city.city.center);
  const factor = 1.3;
  let previous = placeOnRoute(graph, route, 0, factor).lngLat;
  let driven = 0;
  for (let ms = 1_000; ms <= route.durationMs; ms += 1_000) {
    const place = placeOnRoute(graph, route, ms, factor);
    const step = distanceMeters(previous, place.lngLat);
    expect(step).toBeLessThanOrEqual(SPEED_MPS.tol * factor * 1.02);
    expect(place.headingDeg).toBeGreaterThanOrEqual(0);
    expect(place.headingDeg).toBeLessThan(360);
    driven += step;
    previous = place.lngLat;
  }
  expect(placeOnRoute(graph, route, route.durationMs, factor).arrived).toBe(true);
  expect(driven).toBeGreaterThan(route.meters * 0.95);
});
