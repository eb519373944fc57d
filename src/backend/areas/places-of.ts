import type { CityPack, Road } from '@shared/domain/city-pack';
import type { LngLat } from '@shared/domain/lng-lat';
import type { Place } from '@shared/protocol/areas';

import { alsoTerms } from './place-terms';

export interface NamedPlace {
  place: Place;
  /** Other texts that it is found by. */
  words: string[];
}

/** Everything in the city that has a name and a position. A unit stands where its station is. */
export function placesOf(city: CityPack): NamedPlace[] {
  const kecamatanNames = new Map(city.kecamatan.map(({ code, name }) => [code, name]));
  const stations = new Map(city.stations.map((station) => [station.code, station]));
  const agencies = new Map(city.agencies.map((agency) => [agency.code, agency]));
  const agencyWords = (code: string): string[] => {
    const agency = agencies.get(code);
    return agency === undefined ? [] : [agency.name, agency.shortName, ...agency.aliases];
  };
  return [
    ...city.kecamatan.map((one) => ({
      place: place('kecamatan', one.code, one.name, city.city.name, centerOf(city, one.code)),
      words: ['kecamatan', ...one.aliases],
    })),
    ...city.kelurahan.map((one) => {
      const kecamatan = kecamatanNames.get(one.kecamatanCode) ?? '';
      return {
        place: place('kelurahan', one.code, one.name, `Kec. ${kecamatan}`, one.center),
        words: ['kelurahan', ...one.aliases, kecamatan],
      };
    }),
    ...city.landmarks.map(({ name, category, lngLat }) => ({
      place: place('landmark', name, name, category, lngLat),
      words: [category, ...alsoTerms(name)],
    })),
    ...city.stations.map(({ code, name, agencyCode, lngLat }) => ({
      place: place('station', code, name, agencies.get(agencyCode)?.shortName ?? '', lngLat),
      words: ['pos', code, ...agencyWords(agencyCode), ...alsoTerms(name)],
    })),
    ...city.units.flatMap(({ callSign, agencyCode, stationCode }) => {
      const station = stations.get(stationCode);
      if (station === undefined) return [];
      return [
        {
          place: place('unit', callSign, callSign, station.name, station.lngLat),
          words: ['unit', agencies.get(agencyCode)?.shortName ?? ''],
        },
      ];
    }),
    ...city.roads.map((road) => ({
      place: place('road', road.name, road.name, road.class, middleOf(road)),
      words: road.class === 'rel' ? ['rel', 'kereta', 'api'] : ['jalan'],
    })),
  ];
}

const place = (
  kind: Place['kind'],
  id: string,
  name: string,
  detail: string,
  lngLat: LngLat,
): Place => ({ kind, id, name, detail, lngLat });

/** The middle of its kelurahan's centres. */
function centerOf({ city, kelurahan }: CityPack, kecamatanCode: string): LngLat {
  const own = kelurahan.filter((one) => one.kecamatanCode === kecamatanCode);
  if (own.length === 0) return city.center;
  const mean = (axis: 0 | 1): number =>
    own.reduce((sum, { center }) => sum + center[axis], 0) / own.length;
  return [mean(0), mean(1)];
}

const middleOf = ({ coordinates }: Road): LngLat =>
  coordinates[Math.floor(coordinates.length / 2)] ?? [0, 0];
