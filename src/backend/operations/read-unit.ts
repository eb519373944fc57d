import type { Unit } from '@shared/domain/unit';

import { notFound } from '../errors';
import { findUnit } from '../store/units';
import type { Deps } from './deps';

/** @throws AppError not_found */
export async function readUnit({ store }: Deps, id: string): Promise<Unit> {
  const unit = await findUnit(store.db, id);
  if (unit === null) throw notFound('unit', id);
  return unit;
}
