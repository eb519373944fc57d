import type { Area } from '@shared/domain/area';
import type { CityPack } from '@shared/domain/city-pack';
import type { LngLat } from '@shared/domain/lng-lat';

import type { AreasInForce } from '../areas/areas-in-force';
import { normaliseWords } from './parsed';

export interface PlaceFinder {
  /**
   * The area of a logged record. A position outside every area of the city is outside the city,
   * whatever the names say (villages share names all over Java). Inside, the log's own kecamatan
   * counts before the one the position suggests. Without a position the names decide.
   */
  areaOf(lngLat: LngLat | null, kelurahanText: string, kecamatanText: string): Area;
}

export function createPlaceFinder(
  city: CityPack,
  areas: Pick<AreasInForce, 'locate'>,
): PlaceFinder {
  const kecamatanByName = indexNames(city.kecamatan);
  const kelurahanByName = indexNames(city.kelurahan);
  const kecamatanOf = new Map(city.kelurahan.map((k) => [k.code, k.kecamatanCode]));

  const byName = (kelurahanText: string, kecamatanText: string): Area | null => {
    const kecamatanCode = kecamatanByName.get(normaliseWords(kecamatanText));
    const kelurahanCode = kelurahanByName.get(normaliseWords(kelurahanText));
    if (kecamatanCode === undefined) return null;
    const agree = kelurahanCode !== undefined && kecamatanOf.get(kelurahanCode) === kecamatanCode;
    return { kind: 'in_city', kecamatanCode, kelurahanCode: agree ? kelurahanCode : null };
  };

  return {
    areaOf(lngLat, kelurahanText, kecamatanText) {
      const named = byName(kelurahanText, kecamatanText);
      if (lngLat !== null) {
        const suggested = areas.locate(lngLat);
        if (suggested.kind === 'in_city') return named ?? suggested;
        return outside(kelurahanText, kecamatanText);
      }
      if (named) return named;
      return kelurahanText === '' && kecamatanText === ''
        ? { kind: 'unknown' }
        : outside(kelurahanText, kecamatanText);
    },
  };
}

function indexNames(
  places: readonly { code: string; name: string; aliases: string[] }[],
): Map<string, string> {
  return new Map(
    places.flatMap((place) =>
      [place.name, ...place.aliases].map((name): [string, string] => [
        normaliseWords(name),
        place.code,
      ]),
    ),
  );
}

function outside(kelurahanText: string, kecamatanText: string): Area {
  const text = (value: string): string | null => (value === '' ? null : value.slice(0, 120));
  return {
    kind: 'outside_city',
    kelurahanText: text(kelurahanText),
    kecamatanText: text(kecamatanText),
  };
}
