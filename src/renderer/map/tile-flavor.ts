import type { Flavor } from '@protomaps/basemaps';

import { mixColors } from '../theme/mix-colors';
import type { Tokens } from '../theme/tokens';
import { MAP_FONTS } from './map-fonts';

/**
 * The colours of a tiled ground, from the same tokens as everything else: quiet land, roads that can be
 * followed, and nothing warm, which is the colour of incidents; only the toll road keeps its own.
 */
export function tileFlavor({ map, muted, text }: Tokens): Flavor {
  const { sea, land, road, toll, border, halo } = map;
  const tint = mixColors(land, border, 0.12);
  const built = mixColors(land, border, 0.3);
  // Over the darkest and the lightest kecamatan alike.
  const minor = mixColors(land, road, 0.8);
  const major = mixColors(road, muted, 0.5);
  const green = mixColors(land, sea, 0.35);
  return {
    background: sea,
    earth: land,
    water: sea,
    ...same(green, ['park_a', 'park_b', 'wood_a', 'wood_b', 'scrub_a', 'scrub_b', 'zoo']),
    ...same(tint, ['hospital', 'industrial', 'school', 'pedestrian', 'glacier', 'sand', 'beach']),
    ...same(tint, ['aerodrome', 'military']),
    ...same(built, ['buildings', 'pier', 'runway']),
    ...same(land, CASINGS),
    ...same(minor, ['other', 'minor_service', 'minor_a', 'minor_b', 'link']),
    ...same(minor, ['tunnel_other', 'tunnel_minor', 'tunnel_link', 'tunnel_major']),
    ...same(minor, ['bridges_other', 'bridges_minor', 'bridges_link']),
    ...same(major, ['major', 'bridges_major', 'railway']),
    ...same(toll, ['highway', 'bridges_highway', 'tunnel_highway']),
    boundaries: border,
    ...same(muted, ['roads_label_minor', 'ocean_label', 'address_label']),
    ...same(muted, ['subplace_label', 'state_label', 'country_label']),
    roads_label_major: mixColors(muted, text, 0.5),
    city_label: text,
    ...same(halo, HALOS),
    regular: MAP_FONTS.medium,
    bold: MAP_FONTS.semibold,
    italic: MAP_FONTS.medium,
    landcover: {
      ...same(land, ['barren', 'farmland', 'glacier', 'urban_area']),
      ...same(green, ['forest', 'grassland', 'scrub']),
    },
  };
}

const CASINGS = [
  'tunnel_other_casing',
  'tunnel_minor_casing',
  'tunnel_link_casing',
  'tunnel_major_casing',
  'tunnel_highway_casing',
  'minor_service_casing',
  'minor_casing',
  'link_casing',
  'major_casing_late',
  'highway_casing_late',
  'major_casing_early',
  'highway_casing_early',
  'bridges_other_casing',
  'bridges_minor_casing',
  'bridges_link_casing',
  'bridges_major_casing',
  'bridges_highway_casing',
] as const;

const HALOS = [
  'roads_label_minor_halo',
  'roads_label_major_halo',
  'subplace_label_halo',
  'city_label_halo',
  'state_label_halo',
  'address_label_halo',
] as const;

function same<K extends string>(color: string, names: readonly K[]): Record<K, string> {
  // Each of the names is a key, and nothing else is.
  return Object.fromEntries(names.map((name) => [name, color])) as Record<K, string>;
}
