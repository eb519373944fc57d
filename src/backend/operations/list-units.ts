import type { Unit } from '@shared/domain/unit';

import type { Page } from '../store/page';
import { listUnits as queryUnits, type UnitFilter } from '../store/units';
import { refuseUnknownFilter } from './check-filter';
import type { Deps } from './deps';

/**
 * Units in service by call sign.
 * @param page.after the call sign that the page before ended with
 * @throws AppError validation_failed where a filter names an agency that the city does not have
 */
export async function listUnits(
  { store, city }: Deps,
  filter: UnitFilter,
  page: { after: string | null; limit: number },
): Promise<Page<Unit, string>> {
  refuseUnknownFilter('agencyCode', filter.agencyCode, city.agencies);
  return queryUnits(store.db, filter, page);
}
