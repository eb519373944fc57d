import { answerUnreadable } from './answer-unreadable';

/** A header block, names and values together; the largest that clients here send is a token of 4 kB. */
const MAX_HEADER_BYTES = 16_384;
/** Until the last header has come: a sender that drips a byte a second holds a connection no longer than this. */
const HEADERS_TIMEOUT_MS = 10_000;
/** Until the last byte of the body has come. A city's boundaries over a slow line take the longest. */
const REQUEST_TIMEOUT_MS = 120_000;
/** Nothing sent or read in either direction. */
const IDLE_TIMEOUT_MS = 60_000;
const KEEP_ALIVE_TIMEOUT_MS = 30_000;
/** How often connections are looked at for the time-outs above. */
const CHECK_INTERVAL_MS = 2_000;
/** So that behind a balancer connections spread over the nodes again after a restart of one. */
const MAX_REQUESTS_PER_CONNECTION = 100_000;

/** Connections to this process, sockets of the stream among them; further ones are closed unanswered. */
export const MAX_CONNECTIONS = 5_000;

/** What Fastify is told of sizes and times; of bodies, each route says its own limit. */
export const serverOptions = {
  requestTimeout: REQUEST_TIMEOUT_MS,
  connectionTimeout: IDLE_TIMEOUT_MS,
  keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
  maxRequestsPerSocket: MAX_REQUESTS_PER_CONNECTION,
  clientErrorHandler: answerUnreadable,
};

/** The same for Node's own server. */
export const nodeServerOptions = {
  maxHeaderSize: MAX_HEADER_BYTES,
  headersTimeout: HEADERS_TIMEOUT_MS,
  connectionsCheckingInterval: CHECK_INTERVAL_MS,
};
