import type { Area } from '@shared/domain/area';
import type { CityPack } from '@shared/domain/city-pack';
import type { LngLat } from '@shared/domain/lng-lat';

import { AppError } from '../errors';
import { requireKnown } from './check-known';
import type { Deps } from './deps';

/**
 * The area to record: the sender's own where it gives one, else what the position suggests.
 * @throws AppError validation_failed where the sender names an area that the city does not have
 */
export function areaToRecord(
  { city, areas }: Pick<Deps, 'city' | 'areas'>,
  given: Area | undefined,
  lngLat: LngLat | null,
): Area {
  if (given === undefined) return areas.locate(lngLat);
  return knownArea(city, given);
}

/** @throws AppError validation_failed where the city does not have it */
export function knownArea(city: CityPack, given: Area): Area {
  if (given.kind !== 'in_city') return given;
  requireKnown('area.kecamatanCode', given.kecamatanCode, city.kecamatan, ({ code }) => code);
  if (given.kelurahanCode === null) return given;
  const kelurahan = requireKnown(
    'area.kelurahanCode',
    given.kelurahanCode,
    city.kelurahan,
    ({ code }) => code,
  );
  if (kelurahan.kecamatanCode !== given.kecamatanCode) {
    throw new AppError(
      'validation_failed',
      `Kelurahan ${kelurahan.code} (${kelurahan.name}) is in kecamatan ${kelurahan.kecamatanCode}, not in ${given.kecamatanCode}.`,
      { field: 'area.kecamatanCode', value: given.kecamatanCode, known: [kelurahan.kecamatanCode] },
    );
  }
  return given;
}
