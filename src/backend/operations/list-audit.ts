import type { AuditEntry } from '@shared/protocol/audit';

import { type AuditFilter, type AuditRow, listAudit as listRows } from '../store/audit';
import type { Page } from '../store/page';
import type { Deps } from './deps';

/** Newest first. */
export async function listAudit(
  { store }: Pick<Deps, 'store'>,
  filter: AuditFilter,
  page: { before: number | null; limit: number },
): Promise<Page<AuditEntry, number>> {
  const { items, next } = await listRows(store.db, filter, page);
  return { items: items.map(toEntry), next };
}

// What is in the column was checked to be JSON when it was written.
const toEntry = ({ previousHash: _, ...row }: AuditRow): AuditEntry => row as AuditEntry;
