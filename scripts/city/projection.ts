import type { Point } from './geometry';

/** Grid of the committed files: 1e-5 degrees, about 1.1 m. All topology is decided on whole grid steps. */
export const GRID_PER_DEGREE = 100_000;

const ORIGIN: Point = [106.02, -5.98];
const [METERS_PER_LNG, METERS_PER_LAT] = metersPerDegree(ORIGIN[1]);

/**
 * Degrees to metres on a plane touching the middle of the city. Over its 20 km the scale changes by
 * less than 0.01 %, far below what the boundaries are good for.
 */
export function toMeters([lng, lat]: Point): Point {
  return [(lng - ORIGIN[0]) * METERS_PER_LNG, (lat - ORIGIN[1]) * METERS_PER_LAT];
}

export function toDegrees([x, y]: Point): Point {
  return [x / METERS_PER_LNG + ORIGIN[0], y / METERS_PER_LAT + ORIGIN[1]];
}

export function degreesToGrid([lng, lat]: Point): Point {
  return [Math.round(lng * GRID_PER_DEGREE), Math.round(lat * GRID_PER_DEGREE)];
}

export function gridToDegrees([x, y]: Point): [number, number] {
  return [x / GRID_PER_DEGREE, y / GRID_PER_DEGREE];
}

export function gridToMeters(point: Point): Point {
  return toMeters(gridToDegrees(point));
}

/**
 * Length of a degree of longitude and of latitude on WGS 84.
 * @source NIMA TR8350.2: radii of curvature of the ellipsoid at the given latitude
 */
function metersPerDegree(latitude: number): [number, number] {
  const semiMajorMeters = 6_378_137;
  const eccentricitySquared = 0.006_694_379_990_14;
  const radians = Math.PI / 180;
  const curvature = 1 - eccentricitySquared * Math.sin(latitude * radians) ** 2;
  const primeVertical = semiMajorMeters / Math.sqrt(curvature);
  const meridional = (semiMajorMeters * (1 - eccentricitySquared)) / curvature ** 1.5;
  return [primeVertical * Math.cos(latitude * radians) * radians, meridional * radians];
}
