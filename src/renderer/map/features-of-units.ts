import type { LngLat } from '@shared/domain/lng-lat';
import type { Unit } from '@shared/domain/unit';
import type { AvailabilityClass } from '@shared/domain/unit-status';
import type { PositionTuple } from '@shared/protocol/positions';
import type { Point } from 'geojson';
import type { GeoJSONFeatureDiff } from 'maplibre-gl';

import type { MapFeature } from './feature-diff';
import { type DrawnFreshness, type UnitIcon, unitGlyphOf } from './unit-icon';

/** Slower than this a unit stands; its heading is noise of the receiver. */
const STANDING_MPS = 0.5;
const NO_HEADING = -1;

/** What the map draws of a unit. */
export interface UnitMark {
  unitId: string;
  id: number;
  lngLat: LngLat;
  icon: UnitIcon;
  /** Degrees clockwise from north; `NO_HEADING` where it stands, or its direction is not known (any more). */
  headingDeg: number;
  observedAtMs: number;
}

export interface UnitProperties {
  unitId: string;
  icon: string;
  class: AvailabilityClass;
  heading: number;
  observedAtMs: number;
}

export function unitMark(
  unit: Unit,
  position: PositionTuple,
  id: number,
  availability: AvailabilityClass,
  freshness: DrawnFreshness,
): UnitMark {
  const [, lng, lat, headingDeg, speedMps, observedAtMs] = position;
  const isStanding = speedMps !== null && speedMps < STANDING_MPS;
  return {
    unitId: unit.id,
    id,
    lngLat: [lng, lat],
    icon: { availability, glyph: unitGlyphOf(unit.kind), freshness, isSos: unit.isSos },
    headingDeg: headingDeg === null || isStanding || freshness !== 'live' ? NO_HEADING : headingDeg,
    observedAtMs,
  };
}

export function unitFeature(mark: UnitMark, icon: string): MapFeature<UnitProperties, Point> {
  return {
    type: 'Feature',
    id: mark.id,
    geometry: { type: 'Point', coordinates: mark.lngLat },
    properties: {
      unitId: mark.unitId,
      icon,
      class: mark.icon.availability,
      heading: mark.headingDeg,
      observedAtMs: mark.observedAtMs,
    },
  };
}

/** Only what moved on: these diffs cross to the worker by the thousand. @returns null when nothing did */
export function unitFeatureDiff(
  before: UnitMark,
  after: UnitMark,
  icon: string,
): GeoJSONFeatureDiff | null {
  const isMoved = before.lngLat[0] !== after.lngLat[0] || before.lngLat[1] !== after.lngLat[1];
  const changed: { key: keyof UnitProperties; value: string | number }[] = [];
  if (before.observedAtMs !== after.observedAtMs)
    changed.push({ key: 'observedAtMs', value: after.observedAtMs });
  if (before.headingDeg !== after.headingDeg)
    changed.push({ key: 'heading', value: after.headingDeg });
  if (!sameIcon(before.icon, after.icon)) {
    changed.push({ key: 'icon', value: icon }, { key: 'class', value: after.icon.availability });
  }
  if (!isMoved && changed.length === 0) return null;
  return {
    id: after.id,
    ...(isMoved ? { newGeometry: { type: 'Point', coordinates: after.lngLat } } : {}),
    ...(changed.length > 0 ? { addOrUpdateProperties: changed } : {}),
  };
}

function sameIcon(a: UnitIcon, b: UnitIcon): boolean {
  return (
    a.availability === b.availability &&
    a.glyph === b.glyph &&
    a.freshness === b.freshness &&
    a.isSos === b.isSos
  );
}
