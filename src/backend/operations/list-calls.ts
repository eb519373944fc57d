import type { Call } from '@shared/domain/call';

import { type CallFilter, listCalls as queryCalls } from '../store/calls';
import type { Page, PageRequest } from '../store/page';
import type { Deps } from './deps';

/** Newest first. */
export async function listCalls(
  { store }: Deps,
  filter: CallFilter,
  page: PageRequest,
): Promise<Page<Call>> {
  return queryCalls(store.db, filter, page);
}
