import { DAY_MS } from '@shared/domain/time';

import { pruneIdempotencyKeys as deleteOlder } from '../store/idempotency-keys';
import type { Deps } from './deps';

/** Forget the replies that no sender retries any more: after a day. */
export async function pruneIdempotencyKeys({ store, clock }: Deps): Promise<void> {
  await deleteOlder(store.db, new Date(clock.nowMs() - DAY_MS).toISOString());
}
