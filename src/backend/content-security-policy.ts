import type { IncomingMessage } from 'node:http';

/**
 * What the dashboard's pages may load: their own files and this server's stream, nothing of any other host.
 * Mantine and MapLibre set `style` attributes, hence 'unsafe-inline' for styles; scripts never.
 */
export const contentSecurityPolicy = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  workerSrc: ["'self'", 'blob:'],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  // Not every browser takes 'self' to include the same host's WebSocket.
  connectSrc: ["'self'", (request: IncomingMessage) => ownWebSocket(request.headers.host)],
  fontSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
};

/** The header is the client's own word: anything but a plain host stays out of the policy. */
function ownWebSocket(host: string | undefined): string {
  return host !== undefined && /^[\w.:[\]-]+$/.test(host) ? `ws://${host} wss://${host}` : "'self'";
}
