import type { Area } from '@shared/domain/area';
import type { OfficialBoundaries } from '@shared/domain/boundaries';
import type { CityPack } from '@shared/domain/city-pack';
import type { LngLat } from '@shared/domain/lng-lat';

import { hashCityPack } from '../city-pack/hash-city-pack';
import { type AreaIndex, createAreaIndex } from './area-index';

/** One state of the city's shapes: all of it changes at once. */
export interface AreasView {
  /** The pack with the shapes to draw: what clients get. */
  city: CityPack;
  cityHash: string;
  /** By kelurahan, in full precision. */
  index: AreaIndex;
}

/** The shapes that count now: those of the city pack, until official ones are put in their place. */
export interface AreasInForce {
  current(): AreasView;
  replace(view: AreasView): void;
  /** The area that a position suggests: its kelurahan, or outside; without a position it is unknown. */
  locate(lngLat: LngLat | null): Area;
}

/** @param boundaries of the data directory; null: the pack's own */
export function createAreasInForce(
  pack: CityPack,
  boundaries: OfficialBoundaries | null,
): AreasInForce {
  let view = viewOf(pack, boundaries);
  const kecamatanOf = new Map(pack.kelurahan.map((one) => [one.code, one.kecamatanCode]));
  return {
    current: () => view,
    replace: (next) => {
      view = next;
    },
    locate(lngLat) {
      if (lngLat === null) return { kind: 'unknown' };
      const kelurahanCode = view.index.find(lngLat);
      const kecamatanCode = kelurahanCode === null ? undefined : kecamatanOf.get(kelurahanCode);
      return kecamatanCode === undefined
        ? { kind: 'outside_city', kelurahanText: null, kecamatanText: null }
        : { kind: 'in_city', kecamatanCode, kelurahanCode };
    },
  };
}

/** The pack as it is with these boundaries, and the index over them. */
export function viewOf(pack: CityPack, boundaries: OfficialBoundaries | null): AreasView {
  const city = boundaries === null ? pack : withBoundaries(pack, boundaries);
  const precise = boundaries?.kelurahanAreas ?? pack.kelurahanAreas;
  return { city, cityHash: hashCityPack(city), index: createAreaIndex(precise) };
}

function withBoundaries(pack: CityPack, boundaries: OfficialBoundaries): CityPack {
  const { source, date, drawn, centers } = boundaries;
  return {
    ...pack,
    city: { ...pack.city, boundaries: { kind: 'official', source, date } },
    kelurahan: pack.kelurahan.map((one) => ({ ...one, center: centers[one.code] ?? one.center })),
    kelurahanAreas: drawn.kelurahanAreas,
    kecamatanAreas: drawn.kecamatanAreas,
    land: drawn.land,
  };
}
