import type { Complaint } from '@shared/domain/complaint';

import { notFound } from '../errors';
import { findComplaint } from '../store/complaints';
import type { Deps } from './deps';

/** @throws AppError not_found */
export async function readComplaint({ store }: Deps, id: string): Promise<Complaint> {
  const complaint = await findComplaint(store.db, id);
  if (complaint === null) throw notFound('complaint', id);
  return complaint;
}
