import type { Keys } from '../../src/backend/keys/keys';

/** Keys that everybody knows. */
export const TEST_KEYS: Keys = {
  signing: { id: 'test-signing', key: new Uint8Array(32).fill(1) },
  data: [
    { id: 'test-data', key: new Uint8Array(32).fill(2), createdAt: '2026-01-01T00:00:00.000Z' },
  ],
  fingerprint: 'test',
};
