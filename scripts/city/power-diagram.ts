import { distance, interpolate, type Point, type Ring } from './geometry';

/** A generator of the diagram, in metres; `weight` in square metres. */
export interface Site {
  point: Point;
  weight: number;
}

/** The convex, counter-clockwise cell of one site. `neighbours[k]` is the site across the side from vertex k to k + 1; null at the frame. */
export interface Cell {
  vertices: Ring;
  neighbours: (number | null)[];
}

/**
 * Power diagram (weighted Voronoi): every point belongs to the site with the smallest
 * |point − site|² − weight, within a rectangular frame.
 * @returns one cell per site, in order; an outweighed site has no vertices
 */
export function powerDiagram(sites: readonly Site[], frame: Frame): Cell[] {
  return sites.map((site, index) => {
    let cell: Cell = {
      vertices: [
        [frame.west, frame.south],
        [frame.east, frame.south],
        [frame.east, frame.north],
        [frame.west, frame.north],
      ],
      neighbours: [null, null, null, null],
    };
    for (const other of nearestFirst(sites, index)) {
      const rival = sites[other];
      if (!rival || cell.vertices.length === 0) break;
      cell = cutByBisector(cell, site, rival, other);
    }
    return cell;
  });
}

export interface Frame {
  west: number;
  south: number;
  east: number;
  north: number;
}

function nearestFirst(sites: readonly Site[], index: number): number[] {
  const from = sites[index];
  if (!from) return [];
  const power = (site: Site): number => distance(site.point, from.point) ** 2 - site.weight;
  return sites
    .map((site, other) => ({ other, power: power(site) }))
    .filter(({ other }) => other !== index)
    .sort((a, b) => a.power - b.power)
    .map(({ other }) => other);
}

/** Keeps the side of the radical axis that is nearer, in power, to `site`. */
function cutByBisector(cell: Cell, site: Site, rival: Site, rivalIndex: number): Cell {
  const dx = rival.point[0] - site.point[0];
  const dy = rival.point[1] - site.point[1];
  const limit =
    (rival.point[0] ** 2 +
      rival.point[1] ** 2 -
      rival.weight -
      (site.point[0] ** 2 + site.point[1] ** 2 - site.weight)) /
    2;
  const excess = cell.vertices.map(([x, y]) => dx * x + dy * y - limit);
  if (excess.every((value) => value <= 0)) return cell;

  const vertices: Ring = [];
  const neighbours: (number | null)[] = [];
  cell.vertices.forEach((vertex, k) => {
    const next = (k + 1) % cell.vertices.length;
    const nextVertex = cell.vertices[next] ?? vertex;
    const here = excess[k] ?? 0;
    const there = excess[next] ?? 0;
    const across = cell.neighbours[k] ?? null;
    if (here <= 0) {
      vertices.push(vertex);
      neighbours.push(across);
    }
    if (here <= 0 !== there <= 0) {
      vertices.push(interpolate(vertex, nextVertex, here / (here - there)));
      neighbours.push(here <= 0 ? rivalIndex : across);
    }
  });
  return { vertices, neighbours };
}
