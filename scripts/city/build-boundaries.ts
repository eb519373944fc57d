import { carve, type Territory } from './carve';
import { type Bounds, readLand } from './coast';
import { fitDiagram, type KnownPlace, type Seed } from './fit-diagram';
import { isInsideRing, type Ring, signedArea } from './geometry';
import { islandAt } from './islands';
import { ISLANDS, KNOWN_PLACES } from './known-places';
import { readFacts, writeAreas } from './pack-files';
import { powerDiagram } from './power-diagram';
import { gridToMeters, toMeters } from './projection';
import { printReport } from './report';
import { readVillages } from './seeds';
import { dissolve } from './topology';

/** The coast around the city, and where villages may be seeds. */
const DETAIL: Bounds = [105.8, -6.2, 106.25, -5.75];
const SEEDS: Bounds = [105.87, -6.12, 106.15, -5.84];
/** Shown around it, for what happens outside the city: Java and Madura, southern Sumatra and Borneo. */
const REGION: Bounds = [104, -9.2, 116.5, -4.8];

const facts = readFacts();
const coast = readLand(DETAIL);
const mainland = coast[0];
if (!mainland) throw new Error('The coast has no land around the city');

const landmarkAt = (name: string) => {
  const landmark = facts.landmarks.find((candidate) => candidate.name === name);
  if (!landmark) throw new Error(`landmarks.json does not have ${name}`);
  return landmark.lngLat;
};
const islands = ISLANDS.map(({ landmark, kelurahanCode }) => ({
  code: kelurahanCode,
  ring: islandAt(coast, landmarkAt(landmark)),
}));

const seeds: Seed[] = readVillages(SEEDS).map(({ code, name, lngLat }) => {
  const kelurahan = facts.kelurahan.find((candidate) => candidate.code === code);
  const islandArea = islands
    .filter((island) => island.code === code)
    .reduce((sum, { ring }) => sum + signedArea(ring.map(gridToMeters)), 0);
  return {
    code,
    name,
    point: toMeters(lngLat),
    areaSquareMeters: kelurahan ? kelurahan.areaKm2 * 1e6 - islandArea : null,
  };
});
const places: KnownPlace[] = KNOWN_PLACES.map(({ landmark, within }) => ({
  name: landmark,
  point: toMeters(landmarkAt(landmark)),
  codes: new Set(facts.kelurahan.map(({ code }) => code).filter((code) => code.startsWith(within))),
}));

const [west, south] = toMeters([DETAIL[0], DETAIL[1]]);
const [east, north] = toMeters([DETAIL[2], DETAIL[3]]);
const frame = { west, south, east, north };
const sites = fitDiagram({
  seeds,
  places,
  land: [mainland.map(gridToMeters)],
  frame,
  log: (line) => process.stdout.write(`${line}\n`),
});
const codes = seeds.map(({ code, areaSquareMeters }) => (areaSquareMeters === null ? null : code));
const territories: Territory[] = carve(powerDiagram(sites, frame), codes, mainland).map(
  ({ code, rings }) => ({
    code,
    rings: [...rings, ...islands.filter((island) => island.code === code).map(({ ring }) => ring)],
  }),
);

const kelurahanAreas = facts.kelurahan.map(({ code, name }) => ({
  properties: { code, name },
  rings: territories.find((territory) => territory.code === code)?.rings ?? [],
}));
const kecamatanAreas = facts.kecamatan.map(({ code, name }) => ({
  properties: { code, name },
  rings: dissolve(
    kelurahanAreas
      .filter(({ properties }) => properties.code.startsWith(`${code}.`))
      .flatMap(({ rings }) => rings),
  ),
}));
const isInCoast = (island: Ring): boolean =>
  coast.some((ring) => island[0] && (ring === island || isInsideRing(island[0], ring)));
const land = [...coast, ...islands.map(({ ring }) => ring).filter((ring) => !isInCoast(ring))];
const regionLand = readLand(REGION);

const sizes = {
  'kelurahan.geojson': writeAreas('kelurahan.geojson', kelurahanAreas),
  'kecamatan.geojson': writeAreas('kecamatan.geojson', kecamatanAreas),
  'land.geojson': writeAreas(
    'land.geojson',
    land.map((ring) => ({ properties: null, rings: [ring] })),
  ),
  'region-land.geojson': writeAreas(
    'region-land.geojson',
    regionLand.map((ring) => ({ properties: null, rings: [ring] })),
  ),
};
printReport({ facts, kelurahanAreas, kecamatanAreas, sizes });
