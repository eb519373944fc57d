import type { CityPack } from '@shared/domain/city-pack';
import type { Incident } from '@shared/domain/incident';

/** Stands for a category that a wall may not tell; drawn as it is on the map. */
export const WITHHELD_CATEGORY = '•••';

/**
 * What a wall may show of an incident. Of a sensitive category (health, violence, …) neither what it is
 * nor the house it is in: it is placed in the middle of its kelurahan, or nowhere. A category the pack does
 * not know counts as sensitive.
 */
export function publicIncident(
  incident: Incident,
  { incidentCategories, kelurahan }: Pick<CityPack, 'incidentCategories' | 'kelurahan'>,
): Incident {
  const category = incidentCategories.find(({ code }) => code === incident.categoryCode);
  if (category?.isSensitive === false) return incident;
  const { area } = incident;
  const code = area.kind === 'in_city' ? area.kelurahanCode : null;
  return {
    ...incident,
    categoryCode: WITHHELD_CATEGORY,
    subcategoryCode: null,
    lngLat: kelurahan.find((candidate) => candidate.code === code)?.center ?? null,
  };
}
