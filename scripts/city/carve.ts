import * as polyclip from 'polyclip-ts';

import { closed } from './coast';
import { type Point, type Ring, signedArea } from './geometry';
import { type Cell } from './power-diagram';
import { degreesToGrid, toDegrees } from './projection';
import { cleanRing, dissolve, sharedLength } from './topology';

/** A village's land: counter-clockwise rings in whole grid steps. */
export interface Territory {
  code: string;
  rings: Ring[];
}

/**
 * Cuts the city's cells to the mainland. Each corner of the diagram is rounded once, so neighbours get
 * the same vertices. Of what the coast leaves of a cell the largest part stays; the other parts, cut off
 * by an inlet, go to the neighbour they share most border with.
 * @param codes code per cell; null for a cell outside the city
 */
export function carve(
  cells: readonly Cell[],
  codes: readonly (string | null)[],
  mainland: Ring,
): Territory[] {
  const corners = new Map<string, Point>();
  const territories: Territory[] = [];
  const pieces: Ring[] = [];
  cells.forEach((cell, index) => {
    const code = codes[index];
    if (!code) return;
    const outline = cleanRing(
      cell.vertices.map((vertex, k) => {
        const key = cornerKey(
          index,
          cell.neighbours.at(k - 1) ?? null,
          cell.neighbours[k] ?? null,
          vertex,
        );
        const corner = corners.get(key) ?? degreesToGrid(toDegrees(vertex));
        corners.set(key, corner);
        return corner;
      }),
    );
    const parts = polyclip
      .intersection([closed(outline)], [closed(mainland)])
      .map((polygon) =>
        cleanRing(
          (polygon[0] ?? []).slice(0, -1).map(([x, y]): Point => [Math.round(x), Math.round(y)]),
        ),
      )
      .filter((ring) => ring.length > 0)
      .map((ring) => (signedArea(ring) < 0 ? ring.reverse() : ring))
      .sort((a, b) => signedArea(b) - signedArea(a));
    territories.push({ code, rings: parts.slice(0, 1) });
    pieces.push(...parts.slice(1));
  });
  return pieces.reduce(giveToNeighbour, territories);
}

function giveToNeighbour(territories: readonly Territory[], piece: Ring): Territory[] {
  const shares = territories.map(({ rings }) =>
    Math.max(0, ...rings.map((ring) => sharedLength(ring, piece))),
  );
  const longest = Math.max(...shares);
  return territories.map((territory, index) =>
    longest > 0 && shares[index] === longest
      ? { ...territory, rings: dissolve([...territory.rings, piece]) }
      : territory,
  );
}

/** Names a corner by the three cells that meet there; a corner on the frame by its place. */
function cornerKey(
  own: number,
  before: number | null,
  after: number | null,
  vertex: Point,
): string {
  if (before === null || after === null)
    return `frame ${vertex.map((value) => value.toFixed(1)).join(' ')}`;
  return [own, before, after].sort((a, b) => a - b).join(' ');
}
