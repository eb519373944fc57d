/** A point in metres, or in whole grid steps; which one is said where it is used. */
export type Point = readonly [number, number];
/** Vertices in order, without the closing repetition. */
export type Ring = Point[];

/** Twice-signed-area formula halved: positive when the ring runs counter-clockwise. Unit: that of the points, squared. */
export function signedArea(ring: readonly Point[]): number {
  let sum = 0;
  forEachSegment(ring, ([ax, ay], [bx, by]) => {
    sum += ax * by - bx * ay;
  });
  return sum / 2;
}

/** Calls `visit` with each side of the ring, the closing one included. */
export function forEachSegment(ring: readonly Point[], visit: (a: Point, b: Point) => void): void {
  let previous = ring.at(-1);
  for (const point of ring) {
    if (previous) visit(previous, point);
    previous = point;
  }
}

/** Even-odd test; a point exactly on the border may fall on either side. */
export function isInsideRing([x, y]: Point, ring: readonly Point[]): boolean {
  let inside = false;
  forEachSegment(ring, ([ax, ay], [bx, by]) => {
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  });
  return inside;
}

/**
 * The part of segment a–b inside a convex counter-clockwise ring (Cyrus–Beck).
 * @returns the interval of the segment's parameter in [0, 1], or null when it misses the ring
 */
export function clipSegmentToConvex(
  a: Point,
  b: Point,
  convex: readonly Point[],
): [number, number] | null {
  let enter = 0;
  let leave = 1;
  forEachSegment(convex, (p, q) => {
    const distanceA = (q[0] - p[0]) * (a[1] - p[1]) - (q[1] - p[1]) * (a[0] - p[0]);
    const distanceB = (q[0] - p[0]) * (b[1] - p[1]) - (q[1] - p[1]) * (b[0] - p[0]);
    if (distanceA < 0 && distanceB < 0) leave = -1;
    else if (distanceA < 0) enter = Math.max(enter, distanceA / (distanceA - distanceB));
    else if (distanceB < 0) leave = Math.min(leave, distanceA / (distanceA - distanceB));
  });
  return enter >= leave ? null : [enter, leave];
}

/**
 * The polygon cut by a convex counter-clockwise ring (Sutherland–Hodgman). Where the result falls
 * apart it stays one ring with bridges that run back on themselves: its area is right, its outline is not.
 */
export function clipRingToConvex(ring: readonly Point[], convex: readonly Point[]): Ring {
  let output: Ring = [...ring];
  forEachSegment(convex, (p, q) => {
    const input = output;
    output = [];
    const side = ([x, y]: Point): number => (q[0] - p[0]) * (y - p[1]) - (q[1] - p[1]) * (x - p[0]);
    forEachSegment(input, (a, b) => {
      const sideA = side(a);
      const sideB = side(b);
      if (sideA >= 0 !== sideB >= 0) output.push(interpolate(a, b, sideA / (sideA - sideB)));
      if (sideB >= 0) output.push(b);
    });
  });
  return output;
}

export function interpolate(a: Point, b: Point, share: number): Point {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}
