import { createHash, timingSafeEqual } from 'node:crypto';

import { bearerToken } from '../access/bearer';
import { isLoopbackAddress, isLoopbackHost } from '../access/local-page';

/** What a request for the metrics says about itself; header values as received. */
export interface MetricsRequest {
  /** Address of the socket's other end, never of a proxy header. */
  remoteAddress: string | undefined;
  headers: Readonly<Record<string, unknown>>;
}

/** A proxy on this machine makes the whole network look local; it says so by one of these. */
const FORWARDING = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

/**
 * Whether somebody may read the metrics. With a token: whoever sends it, from anywhere. Without: who is on this
 * machine, which a proxy that forwards somebody else, or a page behind a rebound name, is not.
 */
export function mayReadMetrics(
  { remoteAddress, headers }: MetricsRequest,
  token: string | null,
): boolean {
  if (token !== null) {
    const given = bearerToken(text(headers['authorization']));
    return given !== null && isSame(given, token);
  }
  const host = text(headers['host']);
  return (
    remoteAddress !== undefined &&
    isLoopbackAddress(remoteAddress) &&
    host !== undefined &&
    isLoopbackHost(host) &&
    !FORWARDING.some((name) => name in headers)
  );
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** In a time that says nothing about how much of it was right. */
function isSame(given: string, wanted: string): boolean {
  return timingSafeEqual(digestOf(given), digestOf(wanted));
}

const digestOf = (value: string): Buffer => createHash('sha256').update(value).digest();
