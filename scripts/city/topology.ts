import { forEachSegment, type Point, type Ring, signedArea } from './geometry';

/** All on whole grid steps, so that equality of coordinates decides and nothing depends on rounding. */

/** Removes repeated vertices and spikes that run back on themselves. */
export function cleanRing(ring: readonly Point[]): Ring {
  let points: Ring = [...ring];
  for (let before = -1; before !== points.length; ) {
    before = points.length;
    points = points.filter((point, k) => {
      const previous = points.at(k - 1);
      const next = points[(k + 1) % points.length];
      return !(previous && next && (isSame(point, next) || isSame(previous, next)));
    });
  }
  return points.length < 3 ? [] : points;
}

/**
 * Merges polygons whose shared borders have the same vertices: a side met in both directions is inside.
 * @returns counter-clockwise outer rings, and clockwise rings for holes
 */
export function dissolve(rings: readonly Ring[]): Ring[] {
  const sides = new Map<string, { from: Point; to: Point }>();
  for (const ring of rings) {
    forEachSegment(ring, (from, to) => {
      if (!sides.delete(sideKey(to, from))) sides.set(sideKey(from, to), { from, to });
    });
  }
  const leaving = new Map<string, Point[]>();
  for (const { from, to } of sides.values()) {
    leaving.set(String(from), [...(leaving.get(String(from)) ?? []), to]);
  }
  const merged: Ring[] = [];
  for (const { from } of sides.values()) {
    const ring = follow(from, leaving);
    if (ring.length > 0) merged.push(ring);
  }
  return merged;
}

/** True when no two sides cross or touch except neighbours at their common vertex. */
export function isSimpleRing(ring: readonly Point[]): boolean {
  const sides: [Point, Point][] = [];
  forEachSegment(ring, (a, b) => sides.push([a, b]));
  return sides.every(([a, b], i) =>
    sides.every(([c, d], j) => {
      if (j <= i) return true;
      const areNeighbours = j === i + 1 || (i === 0 && j === sides.length - 1);
      return areNeighbours ? !overlapsBackwards([a, b], [c, d]) : !touches(a, b, c, d);
    }),
  );
}

/** Length of the border two rings share, in grid steps. */
export function sharedLength(one: readonly Point[], other: readonly Point[]): number {
  const sides = new Set<string>();
  forEachSegment(one, (a, b) => sides.add(sideKey(a, b)));
  let length = 0;
  forEachSegment(other, (a, b) => {
    if (sides.has(sideKey(b, a))) length += Math.hypot(a[0] - b[0], a[1] - b[1]);
  });
  return length;
}

function follow(start: Point, leaving: Map<string, Point[]>): Ring {
  const ring: Ring = [];
  let at = start;
  for (;;) {
    const next = leaving.get(String(at))?.pop();
    if (!next) return ring;
    ring.push(at);
    at = next;
    if (isSame(at, start)) return ring;
  }
}

function touches(a: Point, b: Point, c: Point, d: Point): boolean {
  const abc = Math.sign(signedArea([a, b, c]));
  const abd = Math.sign(signedArea([a, b, d]));
  const cda = Math.sign(signedArea([c, d, a]));
  const cdb = Math.sign(signedArea([c, d, b]));
  if (abc === 0 && abd === 0) return boxesMeet(a, b, c, d);
  return abc * abd <= 0 && cda * cdb <= 0;
}

function boxesMeet(a: Point, b: Point, c: Point, d: Point): boolean {
  return [0, 1].every(
    (axis) =>
      Math.max(Math.min(a[axis] ?? 0, b[axis] ?? 0), Math.min(c[axis] ?? 0, d[axis] ?? 0)) <=
      Math.min(Math.max(a[axis] ?? 0, b[axis] ?? 0), Math.max(c[axis] ?? 0, d[axis] ?? 0)),
  );
}

function overlapsBackwards([a, b]: [Point, Point], [c, d]: [Point, Point]): boolean {
  const [shared, p, q] = isSame(b, c) ? [b, a, d] : [a, b, c];
  const isStraight = signedArea([shared, p, q]) === 0;
  return (
    isStraight &&
    (p[0] - shared[0]) * (q[0] - shared[0]) + (p[1] - shared[1]) * (q[1] - shared[1]) > 0
  );
}

function isSame(a: Point, b: Point): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

function sideKey(a: Point, b: Point): string {
  return `${String(a)}>${String(b)}`;
}
