import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';

import { answerUnreadable } from './answer-unreadable';
import type { KeyPair } from './tls-files';

/** Connections to this process, sockets of the stream among them; further ones are closed unanswered. */
const MAX_CONNECTIONS = 5_000;
/** Nothing sent or read in either direction. */
const IDLE_TIMEOUT_MS = 60_000;
/** So that behind a balancer connections spread over the nodes again after a restart of one. */
const MAX_REQUESTS_PER_CONNECTION = 100_000;

const OPTIONS = {
  /** A header block, names and values together; the largest that clients here send is a token of 4 kB. */
  maxHeaderSize: 16_384,
  /** Until the last header has come: a sender that drips a byte a second holds a connection no longer. */
  headersTimeout: 10_000,
  /** Until the last byte of the body has come. A city's boundaries over a slow line take the longest. */
  requestTimeout: 120_000,
  keepAliveTimeout: 30_000,
  /** How often connections are looked at for the two above. */
  connectionsCheckingInterval: 2_000,
};
const TLS_OPTIONS = { ...OPTIONS, handshakeTimeout: 10_000, minVersion: 'TLSv1.2' } as const;

/** The HTTP server under the app, with the bounds of size and time that no route can widen. */
export function createHttpServer(handler: RequestListener, tls: KeyPair | null): Server {
  const server =
    tls === null
      ? createServer(OPTIONS, handler)
      : // A TLS server is an HTTP server in all that is used of it here; Node's types name no common base.
        (createTlsServer({ ...TLS_OPTIONS, ...tls }, handler) as unknown as Server);
  server.setTimeout(IDLE_TIMEOUT_MS);
  server.maxConnections = MAX_CONNECTIONS;
  server.maxRequestsPerSocket = MAX_REQUESTS_PER_CONNECTION;
  server.on('clientError', answerUnreadable);
  return server;
}
