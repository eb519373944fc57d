import { createHmac, hkdfSync } from 'node:crypto';

import type { Keys } from './keys';

/** Tells one request from another without keeping what it said. */
export type HashRequest = (request: string) => string;

/**
 * With a key of its own, since a request may hold a phone number: of a plain hash anybody who can read the
 * database finds it by trying all numbers.
 */
export function createRequestHash({ signing }: Pick<Keys, 'signing'>): HashRequest {
  const key = Buffer.from(hkdfSync('sha256', signing.key, '', 'idempotent requests', 32));
  return (request) => createHmac('sha256', key).update(request, 'utf8').digest('hex');
}
