import type { CityPack } from '@shared/domain/city-pack';

import { codeKey, kecamatanKey, kelurahanKey } from './area-names';
import type { SourceFeature } from './read-geojson';

/** Which property of a file says what; null: none does. */
export interface BoundaryFields {
  code: string | null;
  name: string | null;
  kecamatan: string | null;
}

/** What a person has said of the file. */
export interface GivenFields {
  code?: string | undefined;
  name?: string | undefined;
}

/**
 * The fields by what they hold, whatever they are called (KDEPUM, KODE, NAMOBJ, WADMKD, …): the one with the
 * most of the city's kelurahan, or kecamatan, in it. A field with fewer than half of them is a coincidence. Where
 * a person named a field, that one alone says which kelurahan a feature is.
 */
export function chooseFields(
  features: readonly SourceFeature[],
  { kelurahan, kecamatan }: Pick<CityPack, 'kelurahan' | 'kecamatan'>,
  given: GivenFields,
): BoundaryFields {
  const fields = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))];
  const fullest = (
    keyOf: (value: unknown) => string,
    wanted: readonly string[][],
    except: readonly (string | null)[] = [],
  ): string | null => {
    let best: string | null = null;
    let most = (wanted.length - 1) / 2;
    for (const field of fields.filter((one) => !except.includes(one))) {
      const values = new Set(features.map(({ properties }) => keyOf(properties[field])));
      const found = wanted.filter((keys) => keys.some((key) => values.has(key))).length;
      if (found > most) [best, most] = [field, found];
    }
    return best;
  };
  const namesOf = (keyOf: (value: unknown) => string, places: readonly Named[]): string[][] =>
    places.map(({ name, aliases }) => [name, ...aliases].map(keyOf));

  const codes = kelurahan.map((one) => [codeKey(one.code)]);
  const code = given.code ?? (given.name === undefined ? fullest(codeKey, codes) : null);
  const name =
    given.name ??
    (given.code === undefined ? fullest(kelurahanKey, namesOf(kelurahanKey, kelurahan)) : null);
  return {
    code,
    name,
    kecamatan: fullest(kecamatanKey, namesOf(kecamatanKey, kecamatan), [name, code]),
  };
}

interface Named {
  name: string;
  aliases: readonly string[];
}

/** @returns what is wrong with the fields a person named */
export function checkGivenFields(features: readonly SourceFeature[], given: GivenFields): string[] {
  const fields = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))];
  return [given.code, given.name].flatMap((field) =>
    field === undefined || fields.includes(field)
      ? []
      : [`no feature has a field ${field}. Its fields: ${fields.join(', ')}`],
  );
}
