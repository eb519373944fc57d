import { invariant } from '@shared/assert';
import type { LngLat } from '@shared/domain/lng-lat';
import type { Located } from '@shared/protocol/areas';

import type { Deps } from './deps';

/** The kelurahan that a position lies in, or how far it is from the nearest one. */
export function locatePosition(
  { city, areas }: Pick<Deps, 'city' | 'areas'>,
  lngLat: LngLat,
): Located {
  const { index, city: drawn } = areas.current();
  const area = areas.locate(lngLat);
  if (area.kind === 'in_city') {
    const { kind, source } = drawn.city.boundaries;
    return {
      kecamatan: nameOf(city.kecamatan, area.kecamatanCode),
      kelurahan: nameOf(city.kelurahan, area.kelurahanCode ?? ''),
      official: kind === 'official',
      source,
    };
  }
  const nearest = index.nearest(lngLat);
  return {
    outsideCity: true,
    nearest: nearest && nameOf(city.kelurahan, nearest.code),
    distanceMeters: nearest && Math.round(nearest.distanceMeters * 10) / 10,
  };
}

function nameOf(
  places: readonly { code: string; name: string }[],
  code: string,
): { code: string; name: string } {
  const place = places.find((one) => one.code === code);
  invariant(place, `the city pack has the area ${code} that a shape was found for`);
  return { code, name: place.name };
}
