import type { Call } from '@shared/domain/call';

import { notFound } from '../errors';
import { findCall } from '../store/calls';
import type { Deps } from './deps';

/** @throws AppError not_found */
export async function readCall({ store }: Deps, id: string): Promise<Call> {
  const call = await findCall(store.db, id);
  if (call === null) throw notFound('call', id);
  return call;
}
