import { join } from 'node:path';
import { parseArgs } from 'node:util';

import type { LngLat } from '@shared/domain/lng-lat';
import { locateArea } from '@shared/domain/locate-area';
import { percentile } from '@shared/domain/percentile';

import { createAreaIndex } from '../../src/backend/areas/area-index';
import { loadCityPack } from '../../src/backend/city-pack/load-city-pack';
import { findAppRoot } from '../../src/backend/resources-root';
import { countPositions, denseAreas } from './locate/dense-areas';

const SEED = 112;
/** Makes about 45,000 positions of the default partition. */
const SPACING_DEGREES = 0.00011;
const WANTED_P95_MS = 1;

/**
 * How long it takes to find the area of a position among 43 areas of about 45,000 positions: by the index, and
 * by looking at every side. Half of the positions lie in the city, half in the box around it and beyond.
 * The last line is one JSON object.
 * @throws Error when the two do not agree
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { points: { type: 'string', default: '20000' } } });
  const pointCount = Number(values.points);
  const city = await loadCityPack(
    join(findAppRoot(import.meta.url), 'resources', 'cities', 'cilegon'),
  );
  const kelurahanAreas = denseAreas(city.kelurahanAreas, SPACING_DEGREES, SEED);
  const vertices = countPositions(kelurahanAreas);

  const startMs = performance.now();
  const index = createAreaIndex(kelurahanAreas);
  const buildMs = performance.now() - startMs;
  const points = pointsAround(city.city.bounds, pointCount);
  for (const point of points.slice(0, 1_000)) index.find(point);

  const byIndex = timed(points, (point) => index.find(point));
  const few = points.slice(0, Math.min(2_000, points.length));
  const dense = { kelurahan: city.kelurahan, kelurahanAreas };
  const byScan = timed(few, (point) => {
    const area = locateArea(dense, point);
    return area.kind === 'in_city' ? area.kelurahanCode : null;
  });
  const nearest = timed(few, (point) => index.nearest(point)?.code ?? null);
  const differing = few.filter((_, at) => byScan.codes[at] !== byIndex.codes[at]).length;
  // The index also takes what lies within a metre of a border.
  if (differing > few.length / 100) throw new Error(`${differing} points got another area`);

  const figures = {
    bench: 'locate',
    areas: kelurahanAreas.features.length,
    vertices,
    points: points.length,
    buildMs: rounded(buildMs, 1),
    p50Ms: rounded(percentile(byIndex.timesMs, 0.5), 4),
    p95Ms: rounded(percentile(byIndex.timesMs, 0.95), 4),
    scanP50Ms: rounded(percentile(byScan.timesMs, 0.5), 4),
    scanP95Ms: rounded(percentile(byScan.timesMs, 0.95), 4),
    nearestP95Ms: rounded(percentile(nearest.timesMs, 0.95), 4),
    timesFasterThanScan: Math.round(meanOf(byScan.timesMs) / meanOf(byIndex.timesMs)),
    differing,
    wantedP95Ms: WANTED_P95_MS,
  };
  console.log(
    `${vertices} positions in ${figures.areas} areas, index built in ${figures.buildMs} ms`,
  );
  console.log(`p95 ${figures.p95Ms} ms (wanted ${WANTED_P95_MS} ms), scan ${figures.scanP95Ms} ms`);
  console.log(JSON.stringify(figures));
}

function timed(
  points: readonly LngLat[],
  find: (point: LngLat) => string | null,
): { timesMs: number[]; codes: (string | null)[] } {
  const timesMs: number[] = [];
  const codes = points.map((point) => {
    const startMs = performance.now();
    const code = find(point);
    timesMs.push(performance.now() - startMs);
    return code;
  });
  return { timesMs, codes };
}

/** Evenly spread (Halton bases 2 and 3): in turn over the box and over one twice as wide. */
function pointsAround(
  [west, south, east, north]: readonly [number, number, number, number],
  count: number,
): LngLat[] {
  return Array.from({ length: count }, (_, nth): LngLat => {
    const [u, v] = [halton(nth + 1, 2), halton(nth + 1, 3)];
    const widen = nth % 2;
    return [
      west + (u * (1 + widen) - widen / 2) * (east - west),
      south + (v * (1 + widen) - widen / 2) * (north - south),
    ];
  });
}

function halton(nth: number, base: number): number {
  let [share, result, left] = [1, 0, nth];
  while (left > 0) {
    share /= base;
    result += share * (left % base);
    left = Math.floor(left / base);
  }
  return result;
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const rounded = (value: number | null, decimals: number): number | null =>
  value === null ? null : Number(value.toFixed(decimals));
