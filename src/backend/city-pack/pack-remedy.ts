import type { CityPackProblem } from './city-pack-error';
import { MISSING, NOT_JSON } from './inspect-city-pack';
import type { PackFileName } from './pack-check';

/** What each file holds, and the least it may be; docs/city-pack.md tells the rest. */
const CONTENTS: Record<PackFileName, { holds: string; least: string }> = {
  'city.json': { holds: 'name, code, centre and bounds of the city', least: 'every field' },
  'kecamatan.json': { holds: 'the kecamatan with population and area', least: 'one kecamatan' },
  'kelurahan.json': {
    holds: 'the kelurahan with their kecamatan and a point inside',
    least: 'one kelurahan in each kecamatan',
  },
  'agencies.json': { holds: 'the agencies (OPD) that take part', least: 'one agency' },
  'incident-categories.json': { holds: 'categories of incidents', least: 'one category' },
  'priorities.json': { holds: 'label and colours of P1 to P4', least: 'all four; copy the file' },
  'unit-statuses.json': {
    holds: 'statuses of units with what they mean',
    least: 'one status for each step of a dispatch; copy the file',
  },
  'stations.json': { holds: 'where units stand', least: '[]' },
  'units.json': { holds: 'the units with call sign, agency and station', least: '[]' },
  'complaint-categories.json': { holds: 'categories of complaints', least: 'one category' },
  'sla.json': { holds: 'deadlines of complaints, and holidays', least: 'one rule' },
  'privacy.json': {
    holds: 'the classes of displays, and what each shows of sensitive incidents',
    least: 'the class "room"; copy the file',
  },
  'landmarks.json': { holds: 'places people give as directions', least: '[]' },
  'roads.json': { holds: 'main roads for the schematic map', least: '[]' },
  'kelurahan.geojson': {
    holds: 'a Polygon or MultiPolygon for each kelurahan, with code and name',
    least: 'one feature for each of kelurahan.json',
  },
  'kecamatan.geojson': {
    holds: 'a Polygon or MultiPolygon for each kecamatan, with code and name',
    least: 'one feature for each of kecamatan.json',
  },
  'land.geojson': {
    holds: 'the land of the city, for the coast',
    least: '{"type":"FeatureCollection","features":[]}',
  },
  'region-land.geojson': {
    holds: 'the land around the city',
    least: '{"type":"FeatureCollection","features":[]}',
  },
};

/** What to do about a problem, in a sentence. */
export function remedyOf({ file, path, reason }: CityPackProblem): string {
  // Problems name files of the pack and no others.
  const { holds, least } = CONTENTS[file as PackFileName];
  if (reason === MISSING) return `Make it: ${holds}. The least it may be: ${least}.`;
  if (reason.startsWith(NOT_JSON))
    return 'Correct the text at that place: often a comma too many or a quotation mark too few.';
  if (/is not in \S+$/.test(reason))
    return `Add it to ${reason.slice(reason.lastIndexOf(' ') + 1)}, or correct the code here.`;
  if (reason.endsWith('has no area'))
    return 'Draw it as a feature of this file, with its code and name.';
  if (reason.endsWith('occurs twice')) return 'Give one of the two another code, or remove it.';
  if (path === '') return `The file holds ${holds}. The least it may be: ${least}.`;
  return `Correct this value; docs/city-pack.md describes ${file}.`;
}
