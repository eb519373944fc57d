import type { AvailabilityClass } from '@shared/domain/unit-status';

/** How sure the map is of a position; a unit never seen is not drawn. */
export type DrawnFreshness = 'live' | 'stale' | 'lost';

/** Everything that tells one unit icon from another. */
export interface UnitIcon {
  availability: AvailabilityClass;
  glyph: UnitGlyph;
  freshness: DrawnFreshness;
  isSos: boolean;
}

export const UNIT_GLYPHS = [
  'fire',
  'water',
  'rescue',
  'medical',
  'police',
  'scooter',
  'boat',
  'tool',
  'radio',
  'car',
] as const;
export type UnitGlyph = (typeof UNIT_GLYPHS)[number];

const GLYPH_BY_KIND: Readonly<Record<string, UnitGlyph>> = {
  fire_engine: 'fire',
  water_tanker: 'water',
  rescue: 'rescue',
  ambulance: 'medical',
  patrol_car: 'police',
  motorcycle: 'scooter',
  boat: 'boat',
  utility: 'tool',
  command: 'radio',
};

/** The sign of a kind of vehicle; a kind that has none is drawn as a car. */
export function unitGlyphOf(kind: string): UnitGlyph {
  return GLYPH_BY_KIND[kind] ?? 'car';
}

/** The name its image goes by in the style. */
export function unitIconName({ availability, glyph, freshness, isSos }: UnitIcon): string {
  return `unit:${availability}:${glyph}:${freshness}${isSos ? ':sos' : ''}`;
}
