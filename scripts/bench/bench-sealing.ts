import { randomBytes } from 'node:crypto';

import type { Keys } from '../../src/backend/keys/keys';
import { createRequestHash } from '../../src/backend/keys/request-hash';
import { createSealer } from '../../src/backend/personal-data/sealer';

export const BENCH_KEYS: Keys = {
  signing: { id: 'bench', key: randomBytes(32) },
  data: [{ id: 'bench', key: randomBytes(32), createdAt: '2026-01-01T00:00:00.000Z' }],
  fingerprint: 'bench',
};

/** What a server seals and hashes with, for as long as a measurement takes. */
export const benchSealing = {
  sealer: createSealer(() => BENCH_KEYS),
  hashRequest: createRequestHash(BENCH_KEYS),
};
