import type { CityPack, Kelurahan } from '@shared/domain/city-pack';

import { codeKey, kecamatanKey, kelurahanKey } from './area-names';
import type { BoundaryFields } from './choose-fields';
import type { Polygons, SourceFeature } from './read-geojson';

export interface Match {
  /** Kelurahan code → the polygons of each of its features. */
  parts: Map<string, Polygons[]>;
  /** Features that are no kelurahan of this city, in words. */
  unmatched: string[];
  problems: string[];
}

/**
 * Which feature is which kelurahan. A code decides, then the name together with the kecamatan the file names;
 * a feature whose code says one and whose name says another is a problem, and so is a kelurahan without one.
 */
export function matchFeatures(
  features: readonly SourceFeature[],
  city: Pick<CityPack, 'kelurahan' | 'kecamatan'>,
  fields: BoundaryFields,
): Match {
  const match: Match = { parts: new Map(), unmatched: [], problems: [] };
  if (fields.code === null && fields.name === null) {
    match.problems.push(
      'no field holds codes or names of the kelurahan of this city. Name one with --code-field or --name-field',
    );
    return match;
  }
  const recognise = createRecogniser(city, fields);
  const disputed = new Set<string>();
  for (const feature of features) {
    const found = recognise(feature.properties);
    const label = labelOf(feature, fields);
    if (found.kind === 'contradiction') {
      disputed.add(found.byCode.code).add(found.byName.code);
      match.problems.push(
        `${label}: its code is that of ${found.byCode.name}, its name that of ${found.byName.name}. Name the field that is right with --code-field or --name-field`,
      );
    } else if (found.kind === 'stranger') {
      match.unmatched.push(label);
    } else if (feature.polygons.length === 0) {
      match.unmatched.push(`${label}: has no area`);
    } else {
      const { code } = found.kelurahan;
      match.parts.set(code, [...(match.parts.get(code) ?? []), feature.polygons]);
    }
  }
  for (const { code, name } of city.kelurahan) {
    if (!match.parts.has(code) && !disputed.has(code))
      match.problems.push(`kelurahan ${name} (${code}) is missing`);
  }
  return match;
}

type Recognised =
  | { kind: 'found'; kelurahan: Kelurahan }
  | { kind: 'stranger' }
  | { kind: 'contradiction'; byCode: Kelurahan; byName: Kelurahan };

function createRecogniser(
  { kelurahan, kecamatan }: Pick<CityPack, 'kelurahan' | 'kecamatan'>,
  fields: BoundaryFields,
): (properties: SourceFeature['properties']) => Recognised {
  const byCode = new Map(kelurahan.map((one) => [codeKey(one.code), one]));
  const byName = new Map(
    kelurahan.flatMap((one) =>
      [one.name, ...one.aliases].map((name): [string, Kelurahan] => [kelurahanKey(name), one]),
    ),
  );
  const kecamatanCodes = new Map(
    kecamatan.flatMap((one) =>
      [one.name, ...one.aliases].map((name): [string, string] => [kecamatanKey(name), one.code]),
    ),
  );
  const named = (properties: SourceFeature['properties']): Kelurahan | undefined => {
    const found =
      fields.name === null ? undefined : byName.get(kelurahanKey(properties[fields.name]));
    const district = fields.kecamatan === null ? '' : kecamatanKey(properties[fields.kecamatan]);
    // Villages share names all over Java: where the file says a kecamatan, it must be ours.
    return district === '' || found?.kecamatanCode === kecamatanCodes.get(district)
      ? found
      : undefined;
  };
  return (properties) => {
    const code = fields.code === null ? '' : codeKey(properties[fields.code]);
    const name = named(properties);
    if (code === '') return name ? { kind: 'found', kelurahan: name } : { kind: 'stranger' };
    const own = byCode.get(code);
    if (own === undefined) return { kind: 'stranger' };
    return name === undefined || name === own
      ? { kind: 'found', kelurahan: own }
      : { kind: 'contradiction', byCode: own, byName: name };
  };
}

function labelOf({ nth, properties }: SourceFeature, { code, name }: BoundaryFields): string {
  const words = [name, code].flatMap((field) => {
    const value = field === null ? undefined : properties[field];
    return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
  });
  return `feature ${nth}${words.length === 0 ? '' : ` (${words.join(', ')})`}`;
}
