import { overlapSquareKilometers, squareKilometers } from './area';
import type { Ring } from './geometry';
import type { Area, Facts } from './pack-files';
import { isSimpleRing } from './topology';

interface Report {
  facts: Facts;
  kelurahanAreas: readonly Area[];
  kecamatanAreas: readonly Area[];
  sizes: Readonly<Record<string, number>>;
}

/** Prints what the build made: area per kelurahan against its fact, totals, overlaps, vertices, file sizes. */
export function printReport({ facts, kelurahanAreas, kecamatanAreas, sizes }: Report): void {
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  print('\ncode           kelurahan        fact km²  drawn km²   error   pieces  vertices');
  for (const { code, name, areaKm2 } of facts.kelurahan) {
    const rings = kelurahanAreas.find(({ properties }) => properties?.code === code)?.rings ?? [];
    const drawn = squareKilometers(rings);
    const error = `${((drawn / areaKm2 - 1) * 100).toFixed(2)} %`;
    print(
      `${code}  ${name.padEnd(16)} ${areaKm2.toFixed(3).padStart(7)}  ${drawn.toFixed(3).padStart(9)} ${error.padStart(8)} ${String(rings.length).padStart(7)} ${String(countVertices(rings)).padStart(8)}`,
    );
  }
  const allRings = kelurahanAreas.flatMap(({ rings }) => rings);
  const total = squareKilometers(allRings);
  const invalid = [...allRings, ...kecamatanAreas.flatMap(({ rings }) => rings)].filter(
    (ring) => !isSimpleRing(ring),
  );
  print(
    `\ntotal ${total.toFixed(3)} km², by the facts ${facts.kelurahan.reduce((sum, { areaKm2 }) => sum + areaKm2, 0).toFixed(3)} km²`,
  );
  print(
    `kecamatan ${squareKilometers(kecamatanAreas.flatMap(({ rings }) => rings)).toFixed(3)} km²`,
  );
  print(
    `overlap share ${(overlapSquareKilometers(allRings) / total).toExponential(1)}, invalid rings ${invalid.length}, vertices ${countVertices(allRings)}`,
  );
  for (const [file, bytes] of Object.entries(sizes))
    print(`${file}: ${(bytes / 1024).toFixed(1)} KiB`);
}

function countVertices(rings: readonly Ring[]): number {
  return rings.reduce((sum, ring) => sum + ring.length, 0);
}
