import type { Incident } from '@shared/domain/incident';

import { type IncidentFilter, listIncidents as queryIncidents } from '../store/incidents';
import type { Page, PageRequest } from '../store/page';
import { refuseUnknownFilter } from './check-filter';
import type { Deps } from './deps';

/** Newest first. @throws AppError validation_failed where a filter names a code that the city does not have */
export async function listIncidents(
  { store, city }: Deps,
  filter: IncidentFilter,
  page: PageRequest,
): Promise<Page<Incident>> {
  refuseUnknownFilter('categoryCode', filter.categoryCode, city.incidentCategories);
  refuseUnknownFilter('kecamatanCode', filter.kecamatanCode, city.kecamatan);
  refuseUnknownFilter('agencyCode', filter.agencyCode, city.agencies);
  return queryIncidents(store.db, filter, page);
}
