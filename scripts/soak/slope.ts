export interface Slope {
  /** Of the straight line through the points by least squares, per unit of `x`. */
  perUnit: number;
  /** Its standard error. */
  standardError: number;
}

/** @param points `[x, y]`, at least three. @source any textbook on linear regression */
export function slopeOf(points: readonly (readonly [x: number, y: number])[]): Slope {
  const count = points.length;
  if (count < 3) throw new RangeError('a slope with an error wants three points');
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / count;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / count;
  const spread = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  const perUnit = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / spread;
  const residuals = points.reduce(
    (sum, [x, y]) => sum + (y - meanY - perUnit * (x - meanX)) ** 2,
    0,
  );
  return { perUnit, standardError: Math.sqrt(residuals / (count - 2) / spread) };
}
