import {
  clipRingToConvex,
  clipSegmentToConvex,
  distance,
  forEachSegment,
  interpolate,
  type Point,
  type Ring,
  signedArea,
} from './geometry';
import type { Cell } from './power-diagram';

/**
 * How many vertices a surveyed coast has for one of an inland border of the same length here. Of 1, 2.5
 * and 5 this one let the fit agree best with the villages' points (its cost was a fifth lower).
 */
const COAST_DENSITY = 2.5;

/** What a cell amounts to on land. */
export interface CellMeasure {
  areaSquareMeters: number;
  /** Where the mean of its outline's vertices would be if the outline were surveyed. */
  borderMean: Point;
  /** How fast the area grows with the site's weight, in m² per m²: Σ border length / (2 × distance of the sites). */
  areaPerWeight: number;
}

/** Measures one cell against the land; everything in metres. */
export function measureCell(
  cell: Cell,
  site: Point,
  sites: readonly Point[],
  land: readonly Ring[],
): CellMeasure {
  const outline = new OutlineSum();
  let areaSquareMeters = 0;
  let areaPerWeight = 0;
  for (const ring of land) {
    areaSquareMeters += signedArea(clipRingToConvex(ring, cell.vertices));
    forEachSegment(ring, (a, b) => {
      const inside = clipSegmentToConvex(a, b, cell.vertices);
      if (!inside) return;
      outline.add(interpolate(a, b, inside[0]), interpolate(a, b, inside[1]), COAST_DENSITY);
    });
  }
  cell.vertices.forEach((vertex, k) => {
    const next = cell.vertices[(k + 1) % cell.vertices.length] ?? vertex;
    const neighbour = cell.neighbours[k];
    const rival = neighbour == null ? undefined : sites[neighbour];
    for (const [a, b] of partsOnLand(vertex, next, land)) {
      outline.add(a, b, 1);
      if (rival) areaPerWeight += distance(a, b) / (2 * distance(site, rival));
    }
  });
  return { areaSquareMeters, borderMean: outline.mean() ?? site, areaPerWeight };
}

class OutlineSum {
  private x = 0;
  private y = 0;
  private vertices = 0;

  add(a: Point, b: Point, density: number): void {
    const vertices = distance(a, b) * density;
    this.x += ((a[0] + b[0]) / 2) * vertices;
    this.y += ((a[1] + b[1]) / 2) * vertices;
    this.vertices += vertices;
  }

  mean(): Point | null {
    return this.vertices > 0 ? [this.x / this.vertices, this.y / this.vertices] : null;
  }
}

/** The pieces of segment a–b that lie on land. */
function partsOnLand(a: Point, b: Point, land: readonly Ring[]): [Point, Point][] {
  const crossings: number[] = [];
  let crossingsBehind = 0;
  for (const ring of land) {
    forEachSegment(ring, (p, q) => {
      const sideP = (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]);
      const sideQ = (b[0] - a[0]) * (q[1] - a[1]) - (b[1] - a[1]) * (q[0] - a[0]);
      if (sideP > 0 === sideQ > 0) return;
      const at = interpolate(p, q, sideP / (sideP - sideQ));
      const share =
        ((at[0] - a[0]) * (b[0] - a[0]) + (at[1] - a[1]) * (b[1] - a[1])) / distance(a, b) ** 2;
      // Counting every crossing behind a is an even-odd test of a itself.
      if (share < 0) crossingsBehind += 1;
      else if (share < 1) crossings.push(share);
    });
  }
  crossings.sort((one, other) => one - other);
  const stops = [...(crossingsBehind % 2 === 1 ? [0] : []), ...crossings];
  if (stops.length % 2 === 1) stops.push(1);
  const parts: [Point, Point][] = [];
  for (let i = 0; i + 1 < stops.length; i += 2) {
    parts.push([interpolate(a, b, stops[i] ?? 0), interpolate(a, b, stops[i + 1] ?? 1)]);
  }
  return parts;
}
