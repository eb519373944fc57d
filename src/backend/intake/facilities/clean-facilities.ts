import type { Facility, FacilityKind } from '@shared/domain/facility';

import type { LocalPlane } from '../../facilities/local-plane';
import { cleanGeometry, isOffMapReason, type MapBounds, positionsIn } from './clean-geometry';
import { type FoundName, nameFieldsOf, nameOf } from './facility-name';
import { mergeDuplicates } from './merge-duplicates';
import { isObject, type RawFeature } from './read-geojson';
import { anchorOf } from './shape-anchor';

export interface LeftOut {
  /** Place of the feature in its file, from 0. */
  index: number;
  why: 'off_map' | 'unusable' | 'duplicate';
  reason: string;
}

export interface CleanedFacilities {
  facilities: Facility[];
  leftOut: LeftOut[];
  /** Columns that names came from → how many. */
  nameFields: Record<string, number>;
  unnamed: number;
}

export interface CleanOptions {
  kind: FacilityKind;
  /** Null: look for it. */
  nameField: string | null;
  bounds: MapBounds;
  plane: LocalPlane;
}

/** What can be used of a layer: bad rows are left out and told, the good ones keep where they came from. */
export function cleanFacilities(
  features: readonly RawFeature[],
  { kind, nameField, bounds, plane }: CleanOptions,
): CleanedFacilities {
  const fields = nameField === null ? nameFieldsOf(columnsOf(features)) : [nameField];
  const leftOut: LeftOut[] = [];
  const found: Facility[] = [];
  const names = new Map<number, FoundName>();
  for (const { index, featureId, properties, geometry } of features) {
    const cleaned = cleanGeometry(geometry, bounds);
    if (cleaned.kind === 'bad') {
      const why = isOffMapReason(cleaned.reason) ? 'off_map' : 'unusable';
      leftOut.push({ index, why, reason: cleaned.reason });
      continue;
    }
    const name = nameOf(properties, fields);
    if (name !== null) names.set(index, name);
    for (const [part, shape] of cleaned.geometries.entries()) {
      found.push({
        id: `${kind}-${String(index)}${part === 0 ? '' : `-${String(part)}`}`,
        kind,
        name: name?.name ?? null,
        geometry: shape,
        lngLat: anchorOf(shape),
        origin: { index, featureId },
      });
    }
  }
  const { kept, duplicates } = mergeDuplicates(found, plane);
  for (const { dropped, of, distanceMeters } of duplicates) {
    const reason = `the same as feature ${String(of.origin.index)} (${of.name ?? 'no name'}), ${String(Math.round(distanceMeters))} m away`;
    leftOut.push({ index: dropped.origin.index, why: 'duplicate', reason });
  }
  leftOut.sort((a, b) => a.index - b.index);
  return { facilities: kept, leftOut, ...countNames(kept, names) };
}

/** Every column that a feature of the layer has. */
export function columnsOf(features: readonly RawFeature[]): Set<string> {
  return new Set(features.flatMap(({ properties }) => Object.keys(properties)));
}

/** Whether most positions can only be metres of a projection. */
export function isProjected(features: readonly RawFeature[]): boolean {
  const positions = features.flatMap(({ geometry }) =>
    isObject(geometry) ? positionsIn(geometry['coordinates']) : [],
  );
  const large = positions.filter(
    ([x, y]) => Math.abs(Number(x)) > 180 || Math.abs(Number(y)) > 180,
  );
  return large.length > positions.length / 2;
}

function countNames(
  kept: readonly Facility[],
  names: ReadonlyMap<number, FoundName>,
): Pick<CleanedFacilities, 'nameFields' | 'unnamed'> {
  const nameFields: Record<string, number> = {};
  let unnamed = 0;
  for (const { origin } of kept) {
    const field = names.get(origin.index)?.field;
    if (field === undefined) unnamed += 1;
    else nameFields[field] = (nameFields[field] ?? 0) + 1;
  }
  return { nameFields, unnamed };
}
