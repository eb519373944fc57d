import { distance, type Point, type Ring } from './geometry';
import { minimise } from './least-squares';
import { type CellMeasure, measureCell } from './measure-cells';
import { type Frame, powerDiagram, type Site } from './power-diagram';

/** One village to draw. `point` is the mean of its real outline's vertices, in metres. */
export interface Seed {
  code: string;
  name: string;
  point: Point;
  /** Known area on the mainland, or null for a village outside the city. */
  areaSquareMeters: number | null;
}

/** A place known to lie in one of the named villages. */
export interface KnownPlace {
  name: string;
  point: Point;
  codes: ReadonlySet<string>;
}

export interface FitInput {
  seeds: readonly Seed[];
  places: readonly KnownPlace[];
  land: readonly Ring[];
  frame: Frame;
  log: (line: string) => void;
}

/** Typical area of an outside village; only scales how far its site may move. */
const OUTSIDE_AREA = 3.5e6;
/** Outside villages farther than this from every seed of the city stay where they are. */
const INFLUENCE_METERS = 4_500;
/**
 * How much each kind of evidence weighs, in units of the cell's radius (area: of its share). The pull back
 * to the seed was chosen on made-up cities of known shape: 0.3 follows the outlines' accidents, 2 ignores them.
 */
const WEIGHTS = { area: 10, outlineMean: 1, stayAtSeed: 0.8, outsideWeight: 0.6, place: 6 };
/** A known place should lie this share of a cell's radius inside the border. */
const PLACE_MARGIN = 0.05;
const PARAMETERS_PER_SITE = 3;

/**
 * Finds the power diagram that agrees best with what is known about the villages: the area of each
 * kelurahan, the mean point of each village's outline, and places known to lie in one of them.
 * Ends with weights alone, so that the areas hold to 0.01 %.
 * @returns one site per seed, in order
 */
export function fitDiagram(input: FitInput): Site[] {
  const { seeds, log } = input;
  const start = fitAreas(
    input,
    seeds.map(({ point }) => ({ point, weight: 0 })),
  );
  const free = seeds.flatMap((seed, index) => (isInfluential(seed, seeds) ? [index] : []));
  log(`${seeds.length} villages, ${free.length} of them free to move`);

  const place = (parameters: Float64Array): Site[] => {
    const sites = start.map((site) => ({ ...site }));
    free.forEach((index, k) => {
      const site = sites[index];
      const seed = seeds[index];
      if (!site || !seed) return;
      const radius = radiusOf(seed);
      const [dx = 0, dy = 0, dw = 0] = parameters.subarray(k * PARAMETERS_PER_SITE);
      site.point = [site.point[0] + dx * radius, site.point[1] + dy * radius];
      site.weight += dw * radius ** 2;
    });
    return sites;
  };
  const best = minimise({
    residuals: (parameters) => residualsOf(input, place(parameters), free),
    start: new Float64Array(free.length * PARAMETERS_PER_SITE),
    maxSteps: 12,
    onStep: (step, cost) => log(`step ${step + 1}: cost ${cost.toFixed(2)}`),
  });
  return fitAreas(input, place(best));
}

/** Adjusts only the weights of the city's sites until each has its area. @throws Error when it does not converge */
function fitAreas({ seeds, land, frame }: FitInput, start: readonly Site[]): Site[] {
  const sites = start.map((site) => ({ ...site }));
  for (let round = 0; round < 400; round += 1) {
    const measures = measureAll(sites, land, frame);
    let worst = 0;
    seeds.forEach((seed, index) => {
      const site = sites[index];
      const measure = measures[index];
      if (seed.areaSquareMeters === null || !site) return;
      const missing = seed.areaSquareMeters - (measure?.areaSquareMeters ?? 0);
      worst = Math.max(worst, Math.abs(missing) / seed.areaSquareMeters);
      // A step of Newton's method with the diagonal alone; 0.6 keeps neighbours from overshooting together.
      site.weight += (0.6 * missing) / Math.max(measure?.areaPerWeight ?? 0, 0.3);
    });
    if (worst < 1e-4) return sites;
  }
  throw new Error(
    'The weights do not converge to the areas: is a seed in the sea, or an area wrong?',
  );
}

function residualsOf(
  { seeds, places, land, frame }: FitInput,
  sites: readonly Site[],
  free: readonly number[],
): Float64Array {
  const measures = measureAll(sites, land, frame);
  const perSite = free.flatMap((index) => {
    const seed = seeds[index];
    const site = sites[index];
    if (!seed || !site) return [];
    const radius = radiusOf(seed);
    const measure = measures[index];
    const mean = measure?.borderMean ?? [seed.point[0] + radius, seed.point[1]];
    const size =
      seed.areaSquareMeters === null
        ? (WEIGHTS.outsideWeight * site.weight) / radius ** 2
        : WEIGHTS.area * ((measure?.areaSquareMeters ?? 0) / seed.areaSquareMeters - 1);
    return [
      size,
      (WEIGHTS.outlineMean * (mean[0] - seed.point[0])) / radius,
      (WEIGHTS.outlineMean * (mean[1] - seed.point[1])) / radius,
      (WEIGHTS.stayAtSeed * (site.point[0] - seed.point[0])) / radius,
      (WEIGHTS.stayAtSeed * (site.point[1] - seed.point[1])) / radius,
    ];
  });
  const perPlace = places.map(
    (place) => WEIGHTS.place * Math.max(0, PLACE_MARGIN + shareBeyondBorder(place, seeds, sites)),
  );
  return Float64Array.from([...perSite, ...perPlace]);
}

/** How far a place lies outside its villages, as a share of the nearest one's radius; negative inside. */
function shareBeyondBorder(
  place: KnownPlace,
  seeds: readonly Seed[],
  sites: readonly Site[],
): number {
  const nearest = { own: Infinity, rival: Infinity };
  const index = { own: -1, rival: -1 };
  sites.forEach((site, k) => {
    const power = distance(site.point, place.point) ** 2 - site.weight;
    const side = place.codes.has(seeds[k]?.code ?? '') ? 'own' : 'rival';
    if (power >= nearest[side]) return;
    nearest[side] = power;
    index[side] = k;
  });
  const own = sites[index.own];
  const rival = sites[index.rival];
  const seed = seeds[index.own];
  if (!own || !rival || !seed) throw new Error(`No village for the known place ${place.name}`);
  return (nearest.own - nearest.rival) / (2 * distance(own.point, rival.point) * radiusOf(seed));
}

function measureAll(
  sites: readonly Site[],
  land: readonly Ring[],
  frame: Frame,
): (CellMeasure | null)[] {
  const points = sites.map(({ point }) => point);
  return powerDiagram(sites, frame).map((cell, index) => {
    const point = points[index];
    return point && cell.vertices.length > 0 ? measureCell(cell, point, points, land) : null;
  });
}

function radiusOf(seed: Seed): number {
  return Math.sqrt((seed.areaSquareMeters ?? OUTSIDE_AREA) / Math.PI);
}

function isInfluential(seed: Seed, seeds: readonly Seed[]): boolean {
  if (seed.areaSquareMeters !== null) return true;
  return seeds.some(
    (other) =>
      other.areaSquareMeters !== null && distance(seed.point, other.point) < INFLUENCE_METERS,
  );
}
