import type { CityPack } from '@shared/domain/city-pack';
import type { Place } from '@shared/protocol/areas';
import MiniSearch, { type SearchOptions } from 'minisearch';

import { placeTerms } from './place-terms';
import { placesOf } from './places-of';

export interface PlaceIndex {
  /** @returns best first, at most `limit` */
  search(query: string, limit: number): Place[];
}

/** Search over the city's places that forgives abbreviations, other spellings, blanks and typing mistakes. */
export function createPlaceIndex(city: CityPack): PlaceIndex {
  const places = placesOf(city);
  const index = new MiniSearch({
    fields: ['name', 'joined', 'words'],
    // Texts are split before they come here, names and queries by the same rules.
    tokenize: (text) => text.split(' ').filter((term) => term !== ''),
    processTerm: (term) => term,
    searchOptions: {
      boost: { name: 3, joined: 2 },
      prefix: (term) => term.length > 1,
      fuzzy: (term) => (/^[a-z]{4,}$/.test(term) ? 0.25 : false),
      boostDocument: (id: number) => WEIGHT[places[id]?.place.kind ?? 'road'],
    },
  });
  index.addAll(
    places.map(({ place, words }, id) => ({
      id,
      name: placeTerms(place.name).join(' '),
      joined: placeTerms(place.name).join(''),
      words: words
        .flatMap((text) => [placeTerms(text).join(' '), placeTerms(text).join('')])
        .join(' '),
    })),
  );

  return {
    search(query, limit) {
      const terms = placeTerms(query);
      const find = (options: SearchOptions) => index.search(terms.join(' '), options);
      const strict = find({ combineWith: 'AND' });
      // Where no place has every word, those that have most of them.
      const hits = strict.length > 0 ? strict : find({ combineWith: 'OR' });
      const isSame = (name: string): boolean => placeTerms(name).join('') === terms.join('');
      return hits
        .flatMap(({ id, score }) => {
          const found = places[Number(id)];
          return found === undefined
            ? []
            : [{ place: found.place, score, isSame: isSame(found.place.name) }];
        })
        .sort((a, b) => Number(b.isSame) - Number(a.isSame) || b.score - a.score)
        .slice(0, limit)
        .map(({ place }) => place);
    },
  };
}

/** Of places that fit equally well, the more general one first. */
const WEIGHT = {
  kecamatan: 1.3,
  kelurahan: 1.25,
  landmark: 1.2,
  station: 1.1,
  unit: 1.1,
  road: 1,
} as const satisfies Record<Place['kind'], number>;
