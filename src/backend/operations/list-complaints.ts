import type { Complaint } from '@shared/domain/complaint';

import { type ComplaintFilter, listComplaints as queryComplaints } from '../store/complaints';
import type { Page, PageRequest } from '../store/page';
import { refuseUnknownFilter } from './check-filter';
import type { Deps } from './deps';

/** Newest first. @throws AppError validation_failed where a filter names a code that the city does not have */
export async function listComplaints(
  { store, city }: Deps,
  filter: ComplaintFilter,
  page: PageRequest,
): Promise<Page<Complaint>> {
  refuseUnknownFilter('categoryCode', filter.categoryCode, city.complaintCategories);
  refuseUnknownFilter('kecamatanCode', filter.kecamatanCode, city.kecamatan);
  refuseUnknownFilter('agencyCode', filter.agencyCode, city.agencies);
  return queryComplaints(store.db, filter, page);
}
