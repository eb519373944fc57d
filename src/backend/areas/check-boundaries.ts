import type { OfficialBoundaries } from '@shared/domain/boundaries';
import type { AreaCollection, CityPack } from '@shared/domain/city-pack';

/** Whether boundaries have each of the city's areas once and no other. @returns what is wrong; empty: nothing */
export function checkBoundaries(
  { kelurahan, kecamatan }: CityPack,
  { kelurahanAreas, drawn, centers }: OfficialBoundaries,
): string[] {
  const kelurahanCodes = kelurahan.map(({ code }) => code);
  const kecamatanCodes = kecamatan.map(({ code }) => code);
  return [
    ...differences('kelurahanAreas', kelurahanCodes, codesOf(kelurahanAreas)),
    ...differences('drawn.kelurahanAreas', kelurahanCodes, codesOf(drawn.kelurahanAreas)),
    ...differences('drawn.kecamatanAreas', kecamatanCodes, codesOf(drawn.kecamatanAreas)),
    ...differences('centers', kelurahanCodes, Object.keys(centers)),
  ];
}

const codesOf = ({ features }: AreaCollection): string[] =>
  features.map(({ properties }) => properties.code);

function differences(where: string, wanted: readonly string[], got: readonly string[]): string[] {
  return [
    ...wanted.filter((code) => !got.includes(code)).map((code) => `${where}: ${code} is missing`),
    ...got
      .filter((code, index) => got.indexOf(code) < index)
      .map((code) => `${where}: ${code} occurs twice`),
    ...got
      .filter((code) => !wanted.includes(code))
      .map((code) => `${where}: ${code} is not of this city`),
  ];
}
