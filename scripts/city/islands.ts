import { isInsideRing, type Point, type Ring } from './geometry';
import { degreesToGrid, toDegrees, toMeters } from './projection';

/** About the size of the islets the coast is too coarse to have. */
const OCTAGON_RADIUS_METERS = 100;

/**
 * The island at a landmark: the coast's own ring where it has one, else a small octagon.
 * @param coast rings in whole grid steps
 * @param lngLat the landmark, in degrees
 */
export function islandAt(coast: readonly Ring[], lngLat: Point): Ring {
  const known = coast.find((ring) => isInsideRing(degreesToGrid(lngLat), ring));
  if (known) return known;
  const [x, y] = toMeters(lngLat);
  return Array.from({ length: 8 }, (_, k) => {
    const angle = (k * Math.PI) / 4;
    return degreesToGrid(
      toDegrees([
        x + OCTAGON_RADIUS_METERS * Math.cos(angle),
        y + OCTAGON_RADIUS_METERS * Math.sin(angle),
      ]),
    );
  });
}
