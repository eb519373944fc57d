import type { Point, Ring } from './geometry';

/**
 * Fewer vertices, none of the dropped ones farther than the tolerance from what is left (Douglas–Peucker).
 * @param tolerance in the unit of the points
 */
export function simplifyRing(ring: readonly Point[], tolerance: number): Ring {
  const first = ring[0];
  if (!first) return [];
  const farthest = indexOfFarthest(ring, (point) =>
    Math.hypot(point[0] - first[0], point[1] - first[1]),
  ).index;
  const out = simplifyLine(ring.slice(0, farthest + 1), tolerance);
  const back = simplifyLine([...ring.slice(farthest), first], tolerance);
  return [...out.slice(0, -1), ...back.slice(0, -1)];
}

function simplifyLine(line: readonly Point[], tolerance: number): Point[] {
  const start = line[0];
  const end = line.at(-1);
  if (!start || !end || line.length < 3) return [...line];
  const { index, value } = indexOfFarthest(line, (point) => distanceToSegment(point, start, end));
  if (value <= tolerance) return [start, end];
  return [
    ...simplifyLine(line.slice(0, index + 1), tolerance).slice(0, -1),
    ...simplifyLine(line.slice(index), tolerance),
  ];
}

function indexOfFarthest(
  points: readonly Point[],
  measure: (point: Point) => number,
): { index: number; value: number } {
  let best = { index: 0, value: 0 };
  points.forEach((point, index) => {
    const value = measure(point);
    if (value > best.value) best = { index, value };
  });
  return best;
}

function distanceToSegment(point: Point, a: Point, b: Point): number {
  const lengthSquared = (b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2;
  const along =
    lengthSquared === 0
      ? 0
      : ((point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1])) / lengthSquared;
  const share = Math.max(0, Math.min(1, along));
  return Math.hypot(
    point[0] - a[0] - (b[0] - a[0]) * share,
    point[1] - a[1] - (b[1] - a[1]) * share,
  );
}
