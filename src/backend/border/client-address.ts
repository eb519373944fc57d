import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

import proxyAddr from '@fastify/proxy-addr';

/** Whom limits count: the address a request comes from. */
export type ClientAddress = (request: IncomingMessage) => string;

/**
 * `X-Forwarded-For` is believed as far as it was written by one of the proxies, and not at all without any.
 * @param trustedProxies addresses and CIDR ranges
 */
export function createClientAddress(trustedProxies: readonly string[]): ClientAddress {
  const isTrusted = proxyAddr.compile([...trustedProxies]);
  return (request) => {
    // A connection that has just been closed has no address any more.
    if (request.socket.remoteAddress === undefined) return 'unknown';
    return countedAs(proxyAddr(request, isTrusted));
  };
}

/** One customer of a network has a whole /64 of IPv6; counting single addresses would count nobody. */
export function countedAs(address: string): string {
  const plain = address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<string>(zeros).fill('0'), ...after].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}
