import { isIP } from 'node:net';

/** What a request says about where it comes from; header values as received. */
export interface RequestOrigin {
  /** Address of the socket's other end, never of a proxy header. */
  remoteAddress: string | undefined;
  host: string | undefined;
  origin: string | undefined;
  secFetchSite: string | undefined;
  /** Whether a proxy says that it stands in between. */
  isForwarded: boolean;
}

/**
 * Whether a request comes from a page that this server itself served to a browser on the same machine (ADR 2).
 * Three things must agree: the socket is loopback; the name in the address bar is a loopback name, which a
 * rebound DNS name is not; and the browser says that page and server have the same origin, which another
 * site's page cannot make it say.
 */
export function isLocalPage(request: RequestOrigin): boolean {
  // Whoever comes through a proxy on this machine comes from loopback, wherever he is.
  if (request.isForwarded) return false;
  if (request.remoteAddress === undefined || !isLoopbackAddress(request.remoteAddress))
    return false;
  if (request.host === undefined || !isLoopbackHost(request.host)) return false;
  const saysSameOrigin = request.secFetchSite === 'same-origin';
  const hasOwnOrigin = request.origin === `http://${request.host}`;
  // A header that is there must agree; a browser always sends at least one of the two with a POST.
  if (request.secFetchSite !== undefined && !saysSameOrigin) return false;
  if (request.origin !== undefined && !hasOwnOrigin) return false;
  return saysSameOrigin || hasOwnOrigin;
}

/** Whether a name to listen on reaches this machine alone. */
export function isLoopbackName(name: string): boolean {
  return name === 'localhost' || isLoopbackAddress(name);
}

/** The same of a `Host` header, with or without a port. A rebound DNS name is none. */
export function isLoopbackHost(host: string): boolean {
  return isLoopbackName(hostnameOf(host));
}

export function isLoopbackAddress(address: string): boolean {
  const v4 = address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address;
  return address === '::1' || (isIP(v4) === 4 && v4.startsWith('127.'));
}

function hostnameOf(host: string): string {
  const bracketed = /^\[(?<v6>[^\]]+)\]/.exec(host);
  return bracketed?.groups?.['v6'] ?? host.replace(/:\d+$/, '');
}
