import type { LngLat } from '@shared/domain/lng-lat';

import { type Parsed, parsed, unreadable } from './parsed';

export type PositionOrder = 'lat_lng' | 'lng_lat';

export interface PositionRules {
  order: PositionOrder;
  decimal: '.' | ',';
  /** `[west, south, east, north]` where the log's positions can lie. */
  bounds: readonly [number, number, number, number];
}

/**
 * Read a position written in one text: `LatLng(-7.03, 113.77)`, `-7.03, 113.77`, `(-7,03; 113,77)`.
 * @returns null for an empty text; a reason for a text that is no position, or lies outside the bounds
 */
export function parsePositionText(text: string, rules: PositionRules): Parsed<LngLat | null> {
  if (text.trim() === '') return parsed(null);
  const number = `[-+]?\\d{1,3}(?:\\${rules.decimal}\\d+)?`;
  const match = new RegExp(
    `^(?:LatLng)?\\s*\\(?\\s*(${number})\\s*[,;\\s]\\s*(${number})\\s*\\)?$`,
    'i',
  ).exec(text.trim());
  if (match?.[1] === undefined || match[2] === undefined) {
    return unreadable(`"${text.trim()}" is no position`);
  }
  const first = toNumber(match[1], rules.decimal);
  const second = toNumber(match[2], rules.decimal);
  return rules.order === 'lat_lng' ? check(second, first, rules) : check(first, second, rules);
}

/** Read a position from two columns; both empty: null. */
export function parsePositionColumns(
  latText: string,
  lngText: string,
  rules: PositionRules,
): Parsed<LngLat | null> {
  if (latText.trim() === '' && lngText.trim() === '') return parsed(null);
  const lat = toNumber(latText, rules.decimal);
  const lng = toNumber(lngText, rules.decimal);
  if (!Number.isFinite(lat) || !Number.isFinite(lng)) {
    return unreadable(`"${latText.trim()}" and "${lngText.trim()}" are no position`);
  }
  return check(lng, lat, rules);
}

function toNumber(text: string, decimal: '.' | ','): number {
  const trimmed = text.trim();
  if (trimmed === '') return Number.NaN;
  return Number(decimal === ',' ? trimmed.replace(',', '.') : trimmed);
}

/** A swapped pair is refused, not set right: a rule that guesses would also move correct points. */
function check(lng: number, lat: number, { bounds }: PositionRules): Parsed<LngLat | null> {
  const lies = (x: number, y: number): boolean =>
    x >= bounds[0] && x <= bounds[2] && y >= bounds[1] && y <= bounds[3];
  if (lies(lng, lat)) return parsed([lng, lat]);
  const where = `latitude ${String(lat)}, longitude ${String(lng)}`;
  if (lies(lat, lng)) return unreadable(`latitude and longitude seem to be swapped: ${where}`);
  return unreadable(`the position lies outside the profile's bounds: ${where}`);
}
