import type { CityPack, Label, UnitStatusDefinition } from '@shared/domain/city-pack';
import { WITHHELD_CATEGORY } from '@shared/domain/render-record';

import type { Language } from './language';

/**
 * The city pack's names by code, in one language. A code the pack does not know is returned as it
 * is: a record may be older than the pack, and a code read aloud is better than nothing.
 */
export interface CityNames {
  category(code: string): string;
  subcategory(categoryCode: string, code: string): string;
  kecamatan(code: string): string;
  kelurahan(code: string): string;
  /** Short name, e.g. `Damkar`. */
  agency(code: string): string;
  agencyInFull(code: string): string;
  station(code: string): string;
  complaintCategory(code: string): string;
  unitStatus(code: string): string;
  unitStatusDefinition(code: string): UnitStatusDefinition | undefined;
}

/** The names of a pack. Kept per pack and language, so that every caller shares one set of tables. */
export function cityNames(city: CityPack, language: Language): CityNames {
  const known = cache.get(city)?.[language];
  if (known !== undefined) return known;
  const names = buildCityNames(city, language);
  cache.set(city, { ...cache.get(city), [language]: names });
  return names;
}

const WITHHELD: Label = { id: 'Kategori dirahasiakan', en: 'Category withheld' };

const cache = new WeakMap<CityPack, Partial<Record<Language, CityNames>>>();

function buildCityNames(city: CityPack, language: Language): CityNames {
  const labels = (rows: readonly { code: string; label: Label }[]): Map<string, string> =>
    new Map(rows.map((row) => [row.code, row.label[language]]));
  const names = (rows: readonly { code: string; name: string }[]): Map<string, string> =>
    new Map(rows.map((row) => [row.code, row.name]));

  const categories = labels(city.incidentCategories);
  const subcategories = new Map(
    city.incidentCategories.flatMap((category) =>
      category.subcategories.map(
        (row) => [`${category.code}/${row.code}`, row.label[language]] as const,
      ),
    ),
  );
  const kecamatan = names(city.kecamatan);
  const kelurahan = names(city.kelurahan);
  const agencies = new Map(city.agencies.map((agency) => [agency.code, agency]));
  const stations = names(city.stations);
  const complaintCategories = labels(city.complaintCategories);
  const statuses = new Map(city.unitStatuses.map((status) => [status.code, status]));

  return {
    category: (code) =>
      code === WITHHELD_CATEGORY ? WITHHELD[language] : (categories.get(code) ?? code),
    subcategory: (categoryCode, code) => subcategories.get(`${categoryCode}/${code}`) ?? code,
    kecamatan: (code) => kecamatan.get(code) ?? code,
    kelurahan: (code) => kelurahan.get(code) ?? code,
    agency: (code) => agencies.get(code)?.shortName ?? code,
    agencyInFull: (code) => agencies.get(code)?.name ?? code,
    station: (code) => stations.get(code) ?? code,
    complaintCategory: (code) => complaintCategories.get(code) ?? code,
    unitStatus: (code) => statuses.get(code)?.label[language] ?? code,
    unitStatusDefinition: (code) => statuses.get(code),
  };
}
