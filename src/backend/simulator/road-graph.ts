import type { Road } from '@shared/domain/city-pack';

import { along, crossing, gap, nearestOnSegment, type Plane, type Point } from './plane';

export type StreetClass = Exclude<Road['class'], 'rel'> | 'lokal';

export interface Edge {
  from: number;
  to: number;
  meters: number;
  class: StreetClass;
}

/** The streets as a network in which every node can be reached from every other. */
export interface RoadGraph {
  plane: Plane;
  nodes: readonly Point[];
  /** By node: the edges that leave it. Streets go both ways. */
  edgesOf: readonly (readonly Edge[])[];
}

/** Roads of the schematic map that come this near to each other meet. */
const JOIN_METERS = 80;

/** How far a road is led on, and how few streets away a place already counts as reached. */
const LEAD_ON_METERS = 1_600;
const FEW_HOPS = 6;

interface Segment {
  a: Point;
  b: Point;
  class: StreetClass;
}

/**
 * The network of the pack's roads (rails are none): joined where they cross or come within 80 m of
 * one another. Pieces that still lie apart are joined by the shortest local street between them.
 */
export function buildRoadGraph(roads: readonly Road[], plane: Plane): RoadGraph {
  const segments = toSegments(roads, plane);
  const nodes: Point[] = [];
  const edgesOf: Edge[][] = [];
  const nodeAt = (point: Point): number => {
    const known = nodes.findIndex((node) => gap(node, point) < JOIN_METERS / 2);
    if (known !== -1) return known;
    edgesOf.push([]);
    return nodes.push(point) - 1;
  };
  const connect = (from: number, to: number, kind: StreetClass): void => {
    const [a, b] = [nodes[from], nodes[to]];
    if (from === to || a === undefined || b === undefined) return;
    const meters = gap(a, b);
    edgesOf[from]?.push({ from, to, meters, class: kind });
    edgesOf[to]?.push({ from: to, to: from, meters, class: kind });
  };

  for (const segment of segments) {
    const stops = [0, 1, ...meetings(segment, segments)].sort((x, y) => x - y);
    let previous: number | null = null;
    for (const share of stops) {
      const node = nodeAt(along(segment.a, segment.b, share));
      if (previous !== null) connect(previous, node, segment.class);
      previous = node;
    }
  }
  leadEndsOn(nodes, edgesOf, connect);
  joinPieces(nodes, edgesOf, connect);
  return { plane, nodes, edgesOf };
}

function toSegments(roads: readonly Road[], plane: Plane): Segment[] {
  return roads.flatMap((road) => {
    if (road.class === 'rel') return [];
    const kind: StreetClass = road.class;
    const points = road.coordinates.map((lngLat) => plane.toPoint(lngLat));
    return points.slice(1).map((b, i) => ({ a: points[i] ?? b, b, class: kind }));
  });
}

/** Where other segments cross this one, or end near it: shares of the way along it. */
function meetings(segment: Segment, all: readonly Segment[]): number[] {
  const shares: number[] = [];
  for (const other of all) {
    if (other === segment) continue;
    const cross = crossing(segment.a, segment.b, other.a, other.b);
    if (cross !== null) shares.push(cross);
    for (const end of [other.a, other.b]) {
      const { share, distance } = nearestOnSegment(end, segment.a, segment.b);
      if (distance < JOIN_METERS) shares.push(share);
    }
  }
  return shares;
}

/** A road that ends on the schematic map goes on in life, as a local street to the next other road. */
function leadEndsOn(
  nodes: readonly Point[],
  edgesOf: readonly (readonly Edge[])[],
  connect: Connect,
): void {
  nodes.forEach((end, from) => {
    if (edgesOf[from]?.length !== 1) return;
    const near = nodes
      .map((point, to) => ({ to, meters: gap(end, point) }))
      .filter(
        ({ to, meters }) => meters < LEAD_ON_METERS && hopsBetween(edgesOf, from, to) > FEW_HOPS,
      )
      .sort((a, b) => a.meters - b.meters);
    const [next] = near;
    if (next) connect(from, next.to, 'lokal');
  });
}

/** Streets from one node to another, counted up to one more than `FEW_HOPS`. */
function hopsBetween(edgesOf: readonly (readonly Edge[])[], from: number, to: number): number {
  let front = new Set([from]);
  for (let hops = 0; hops <= FEW_HOPS; hops += 1) {
    if (front.has(to)) return hops;
    front = new Set([...front].flatMap((node) => (edgesOf[node] ?? []).map((edge) => edge.to)));
  }
  return FEW_HOPS + 1;
}

type Connect = (from: number, to: number, kind: StreetClass) => void;

function joinPieces(
  nodes: readonly Point[],
  edgesOf: readonly (readonly Edge[])[],
  connect: Connect,
): void {
  for (;;) {
    const reached = reachable(edgesOf);
    if (reached.size === nodes.length) return;
    let best = { from: -1, to: -1, meters: Number.POSITIVE_INFINITY };
    for (const from of reached) {
      nodes.forEach((point, to) => {
        const origin = nodes[from];
        if (reached.has(to) || origin === undefined) return;
        const meters = gap(origin, point);
        if (meters < best.meters) best = { from, to, meters };
      });
    }
    connect(best.from, best.to, 'lokal');
  }
}

/** The nodes that can be reached from the first one. */
export function reachable(edgesOf: readonly (readonly Edge[])[]): Set<number> {
  const reached = new Set<number>(edgesOf.length > 0 ? [0] : []);
  // A Set is walked in order of insertion, including what is added on the way.
  for (const node of reached) for (const edge of edgesOf[node] ?? []) reached.add(edge.to);
  return reached;
}
