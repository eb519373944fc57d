import { bearingDegrees, type LngLat } from '@shared/domain/lng-lat';

import { along, gap, nearestOnSegment, type Point } from './plane';
import type { Edge, RoadGraph, StreetClass } from './road-graph';

interface Leg {
  a: Point;
  b: Point;
  meters: number;
  speedMps: number;
}

/** A way through the city, driven at the speed of each street. */
export interface Route {
  legs: readonly Leg[];
  meters: number;
  /** Time at ordinary speed. */
  durationMs: number;
}

/** Usual speed by street; a vehicle under way to an emergency is faster by a factor. */
export const SPEED_MPS = {
  tol: 22,
  arteri: 13,
  kolektor: 10,
  lokal: 6.5,
} as const satisfies Record<StreetClass, number>;

/** Off the streets a straight line is believable only this far. */
const MAX_DIRECT_METERS = 1_500;

/**
 * The quickest way between two places. The first and last stretch, off the schematic roads, are
 * straight; so is the whole way where it is short and the streets would be a detour.
 */
export function findRoute(graph: RoadGraph, from: LngLat, to: LngLat): Route {
  const start = graph.plane.toPoint(from);
  const end = graph.plane.toPoint(to);
  const direct = routeOf([leg(start, end, 'lokal')]);
  const enter = snap(graph, start);
  const leave = snap(graph, end);
  if (enter === null || leave === null) return direct;
  const viaStreets = routeOf(
    [
      leg(start, enter.point, 'lokal'),
      ...quickest(graph, enter, leave),
      leg(leave.point, end, 'lokal'),
    ].filter(({ meters }) => meters > 0.5),
  );
  const mayGoStraight =
    direct.meters <= MAX_DIRECT_METERS && direct.durationMs <= viaStreets.durationMs;
  return mayGoStraight || viaStreets.legs.length === 0 ? direct : viaStreets;
}

/** The straight way: over water, or through the fields. */
export function straightRoute(graph: RoadGraph, from: LngLat, to: LngLat): Route {
  return routeOf([leg(graph.plane.toPoint(from), graph.plane.toPoint(to), 'lokal')]);
}

export interface Place {
  lngLat: LngLat;
  headingDeg: number;
  speedMps: number;
  arrived: boolean;
}

/** Where one is after driving a route for `elapsedMs` at `factor` times the ordinary speed. */
export function placeOnRoute(
  graph: RoadGraph,
  route: Route,
  elapsedMs: number,
  factor: number,
): Place {
  let left = (Math.max(0, elapsedMs) / 1000) * factor;
  for (const { a, b, meters, speedMps } of route.legs) {
    const seconds = meters / speedMps;
    if (left < seconds) {
      return {
        lngLat: graph.plane.toLngLat(along(a, b, left / seconds)),
        headingDeg: bearingDegrees(graph.plane.toLngLat(a), graph.plane.toLngLat(b)),
        speedMps: speedMps * factor,
        arrived: false,
      };
    }
    left -= seconds;
  }
  const last = route.legs.at(-1);
  const lngLat = graph.plane.toLngLat(last?.b ?? [0, 0]);
  const headingDeg = last ? bearingDegrees(graph.plane.toLngLat(last.a), lngLat) : 0;
  return { lngLat, headingDeg, speedMps: 0, arrived: true };
}

function leg(a: Point, b: Point, kind: StreetClass): Leg {
  return { a, b, meters: gap(a, b), speedMps: SPEED_MPS[kind] };
}

function routeOf(legs: readonly Leg[]): Route {
  return {
    legs,
    meters: legs.reduce((sum, { meters }) => sum + meters, 0),
    durationMs: legs.reduce((sum, { meters, speedMps }) => sum + meters / speedMps, 0) * 1000,
  };
}

/** A point on the streets: on which edge, between which nodes. */
interface Snap {
  point: Point;
  edge: Edge;
}

function snap(graph: RoadGraph, point: Point): Snap | null {
  let best: Snap | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const edge of graph.edgesOf.flat()) {
    const [a, b] = [graph.nodes[edge.from], graph.nodes[edge.to]];
    // Each street is listed from both its ends; one is enough.
    if (edge.from > edge.to || a === undefined || b === undefined) continue;
    const { share, distance } = nearestOnSegment(point, a, b);
    if (distance >= bestDistance) continue;
    bestDistance = distance;
    best = { point: along(a, b, share), edge };
  }
  return best;
}

/** Dijkstra by time. The network has a few hundred nodes, so a plain scan beats a heap's overhead. */
function quickest(graph: RoadGraph, enter: Snap, leave: Snap): Leg[] {
  if (enter.edge === leave.edge) return [leg(enter.point, leave.point, enter.edge.class)];
  const reached = new Map<number, { seconds: number; from: number | null; leg: Leg }>();
  const reach = (
    node: number,
    from: number | null,
    origin: Point,
    kind: StreetClass,
    sofar: number,
  ): void => {
    const point = graph.nodes[node];
    if (point === undefined) return;
    const step = leg(origin, point, kind);
    const seconds = sofar + step.meters / step.speedMps;
    if (seconds < (reached.get(node)?.seconds ?? Number.POSITIVE_INFINITY))
      reached.set(node, { seconds, from, leg: step });
  };
  for (const node of [enter.edge.from, enter.edge.to])
    reach(node, null, enter.point, enter.edge.class, 0);

  const done = new Set<number>();
  while (!(done.has(leave.edge.from) && done.has(leave.edge.to))) {
    const current = nearestOpen(reached, done);
    if (current === null) break;
    done.add(current);
    const origin = graph.nodes[current];
    const seconds = reached.get(current)?.seconds;
    if (origin === undefined || seconds === undefined) continue;
    for (const edge of graph.edgesOf[current] ?? [])
      reach(edge.to, current, origin, edge.class, seconds);
  }
  return wayBack(graph, reached, leave);
}

function nearestOpen(
  reached: ReadonlyMap<number, { seconds: number }>,
  done: ReadonlySet<number>,
): number | null {
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [node, { seconds }] of reached) {
    if (done.has(node) || seconds >= least) continue;
    best = node;
    least = seconds;
  }
  return best;
}

function wayBack(
  graph: RoadGraph,
  reached: ReadonlyMap<number, { seconds: number; from: number | null; leg: Leg }>,
  leave: Snap,
): Leg[] {
  const ends = [leave.edge.from, leave.edge.to].map((node) => {
    const last = leg(graph.nodes[node] ?? leave.point, leave.point, leave.edge.class);
    return {
      node,
      last,
      seconds:
        (reached.get(node)?.seconds ?? Number.POSITIVE_INFINITY) + last.meters / last.speedMps,
    };
  });
  const best = ends.reduce((a, b) => (b.seconds < a.seconds ? b : a));
  const legs = [best.last];
  for (
    let step = reached.get(best.node);
    step;
    step = step.from === null ? undefined : reached.get(step.from)
  )
    legs.unshift(step.leg);
  return legs;
}
