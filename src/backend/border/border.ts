import { APP_ORIGIN } from '@shared/ipc/app-origin';

import type { Clock } from '../clock';
import { type AllowedOrigin, createAllowedOrigin } from './allowed-origin';
import { type ClientAddress, createClientAddress } from './client-address';
import { createGate, type Gate } from './gate';
import { createRefusedAttempts, type RefusedAttempts } from './refused-attempts';

/** Writes under way or waiting for the store: about half a second's work of it. */
const MAX_WRITES = 256;
const MAX_READS = 128;

/** Who is let in, and how many at once: one for a process, shared by HTTP and the stream. */
export interface Border {
  clientAddress: ClientAddress;
  isAllowedOrigin: AllowedOrigin;
  attempts: RefusedAttempts;
  /** The intake queue. When it is full, a write is answered 429. */
  writes: Gate;
  /** When it is full, a read is answered 503. */
  reads: Gate;
  maxSockets: number;
  maxSocketsPerAddress: number;
}

interface Options {
  trustedProxies: readonly string[];
  allowedOrigins: readonly string[];
  maxSockets: number;
  maxSocketsPerAddress: number;
}

export function createBorder(
  { trustedProxies, allowedOrigins, maxSockets, maxSocketsPerAddress }: Options,
  clock: Pick<Clock, 'nowMs'>,
): Border {
  return {
    clientAddress: createClientAddress(trustedProxies),
    isAllowedOrigin: createAllowedOrigin([APP_ORIGIN, ...allowedOrigins]),
    attempts: createRefusedAttempts(clock),
    writes: createGate(MAX_WRITES),
    reads: createGate(MAX_READS),
    maxSockets,
    maxSocketsPerAddress,
  };
}

/** For tests and benchmarks: nobody in between, no other origins. */
export const DIRECT = {
  trustedProxies: [],
  allowedOrigins: [],
  maxSockets: 2_000,
  maxSocketsPerAddress: 2_000,
} as const satisfies Options;
