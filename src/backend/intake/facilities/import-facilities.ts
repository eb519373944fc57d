import { basename } from 'node:path';

import type { City } from '@shared/domain/city-pack';
import type { FacilityKind, FacilitySet } from '@shared/domain/facility';

import type { Clock } from '../../clock';
import { createLocalPlane } from '../../facilities/local-plane';
import { UsageError } from '../usage-error';
import {
  type CleanedFacilities,
  cleanFacilities,
  columnsOf,
  isProjected,
  type LeftOut,
} from './clean-facilities';
import type { MapBounds } from './clean-geometry';
import { projectedCoordinates, readGeoJson } from './read-geojson';

export interface FacilityImport {
  file: string;
  kind: FacilityKind;
  nameField: string | null;
  /** Null: the file's name. */
  sourceTitle: string | null;
}

export interface PreparedFacilities {
  set: FacilitySet;
  /** How many features the file has. */
  featureCount: number;
  leftOut: readonly LeftOut[];
  nameFields: Readonly<Record<string, number>>;
  unnamed: number;
}

/** Beyond the city's bounds, in degrees (about 30 km): its patients go to hospitals of the neighbours. */
const MARGIN_DEGREES = 0.27;
/** More than this of one kind is a mistake, and too much to send to every window. */
const MAX_FACILITIES = 20_000;

/**
 * What an import would put in force. Nothing is written.
 * @throws UsageError for a file that cannot be used as a whole, with what to do
 */
export async function prepareFacilities(
  { file, kind, nameField, sourceTitle }: FacilityImport,
  city: City,
  clock: Clock,
): Promise<PreparedFacilities> {
  const features = await readGeoJson(file);
  if (isProjected(features)) throw projectedCoordinates(file);
  const columns = columnsOf(features);
  if (nameField !== null && !columns.has(nameField))
    throw new UsageError(
      `${file} has no column "${nameField}". Its columns: ${[...columns].join(', ')}. Nothing was changed.`,
    );
  const cleaned = cleanFacilities(features, {
    kind,
    nameField,
    bounds: mapBounds(city),
    plane: createLocalPlane(city.center),
  });
  refuseUnusable(file, features.length, cleaned);
  return {
    ...cleaned,
    featureCount: features.length,
    set: {
      kind,
      source: {
        title: sourceTitle ?? basename(file),
        file: basename(file),
        importedAt: clock.now(),
      },
      facilities: cleaned.facilities,
    },
  };
}

function refuseUnusable(file: string, count: number, { facilities, leftOut }: CleanedFacilities) {
  const swapped = leftOut.filter(({ reason }) => reason.includes('wrong way round'));
  if (swapped.length > count / 2)
    throw new UsageError(
      `${file} has its coordinates as [latitude, longitude]; GeoJSON wants [longitude, latitude]. Convert it: ogr2ogr --config OGR_CT_FORCE_TRADITIONAL_GIS_ORDER YES -t_srs EPSG:4326 new.geojson old.geojson, or swap the two columns where the file is made. Nothing was changed.`,
    );
  if (facilities.length > MAX_FACILITIES)
    throw new UsageError(
      `${file} has ${String(facilities.length)} features that could be used; more than ${String(MAX_FACILITIES)} of one kind are not taken. Is it the right layer? Nothing was changed.`,
    );
  if (facilities.length > 0) return;
  const first = leftOut[0];
  throw new UsageError(
    count === 0
      ? `${file} has no features. Nothing was changed.`
      : `None of the ${String(count)} features of ${file} can be used; the first: ${first?.reason ?? 'unknown'}. Nothing was changed.`,
  );
}

function mapBounds({ bounds: [west, south, east, north] }: City): MapBounds {
  return [
    west - MARGIN_DEGREES,
    south - MARGIN_DEGREES,
    east + MARGIN_DEGREES,
    north + MARGIN_DEGREES,
  ];
}
