import type { IncomingMessage } from 'node:http';

import type { HandshakeError } from '@shared/protocol/stream';
import type { Server, Socket } from 'socket.io';
import { z } from 'zod';

import type { Border } from '../border/border';
import type { Clock } from '../clock';
import type { Log } from '../log';
import { cut } from './socket-pressure';

type Connection = Socket['conn'];

/** Connections that have not shown a token yet; each has `HANDSHAKE_LIMIT_MS` for it. */
const MAX_STRANGERS = 500;
/** A connection without an accepted handshake is ended after this. */
export const HANDSHAKE_LIMIT_MS = 5_000;
/** Clients answer a ping every ten seconds and ask for a resume now and then; one that says more is broken. */
const MAX_PACKETS_PER_SECOND = 50;

/** Where sockets come in: which ones, how many, and how much they may say. */
export interface SocketDoor {
  /** For Socket.IO's option of the same name. */
  allowRequest: (
    request: IncomingMessage,
    decide: (problem: string | null, isAllowed: boolean) => void,
  ) => void;
  /** Count connections and their packets from now on. */
  watch(engine: Server['engine']): void;
  /** False: too many unknown tokens came from its address, and this one is not known to be good either. */
  mayTry(connection: Connection, auth: unknown): boolean;
  admit(connection: Connection, auth: unknown): void;
  refuse(connection: Connection, code: HandshakeError): void;
}

interface Deps {
  border: Omit<Border, 'reads' | 'writes'>;
  clock: Pick<Clock, 'nowMs'>;
  log: Log;
}

export function createSocketDoor({ border, clock, log }: Deps): SocketDoor {
  const addresses = new Map<Connection, string>();
  const perAddress = new Map<string, number>();
  const strangers = new Set<Connection>();

  function problemWith(request: IncomingMessage): string | null {
    if (!border.isAllowedOrigin(request.headers))
      return 'Pages of this origin are not allowed here. Name it in CC_ALLOWED_ORIGINS.';
    if (addresses.size >= border.maxSockets || strangers.size >= MAX_STRANGERS)
      return 'The server has as many connections as it takes. Try again later.';
    if ((perAddress.get(border.clientAddress(request)) ?? 0) >= border.maxSocketsPerAddress)
      return 'This address has as many connections as one may have. Close some, then try again.';
    return null;
  }

  function enter(connection: Connection): void {
    const address = border.clientAddress(connection.request);
    addresses.set(connection, address);
    perAddress.set(address, (perAddress.get(address) ?? 0) + 1);
    strangers.add(connection);
    const endIfTalkative = countPackets(clock, () => {
      log.warn({ address }, 'a socket says more than a client of ours would; ended');
      cut({ conn: connection });
    });
    connection.on('packet', endIfTalkative);
    connection.once('close', () => {
      addresses.delete(connection);
      strangers.delete(connection);
      const left = (perAddress.get(address) ?? 1) - 1;
      if (left > 0) perAddress.set(address, left);
      else perAddress.delete(address);
    });
  }

  function addressOf(connection: Connection): string {
    return addresses.get(connection) ?? border.clientAddress(connection.request);
  }

  return {
    allowRequest(request, decide) {
      const problem = problemWith(request);
      decide(problem, problem === null);
    },
    watch: (engine) => void engine.on('connection', enter),
    mayTry: (connection, auth) =>
      border.attempts.closedForMs(addressOf(connection), tokenIn(auth)) === 0,
    admit(connection, auth) {
      strangers.delete(connection);
      const token = tokenIn(auth);
      if (token !== null) border.attempts.accepted(token);
    },
    refuse(connection, code) {
      if (code === 'unauthorized') border.attempts.refused(addressOf(connection));
    },
  };
}

const authSchema = z.object({ token: z.string().max(4096) });

function tokenIn(auth: unknown): string | null {
  const parsed = authSchema.safeParse(auth);
  return parsed.success ? parsed.data.token : null;
}

/** Calls `onTooMany` once, when more packets come within a second than may. */
function countPackets(clock: Pick<Clock, 'nowMs'>, onTooMany: () => void): () => void {
  let secondStartMs = clock.nowMs();
  let count = 0;
  return () => {
    const nowMs = clock.nowMs();
    if (Math.abs(nowMs - secondStartMs) >= 1_000) {
      secondStartMs = nowMs;
      count = 0;
    }
    count += 1;
    if (count === MAX_PACKETS_PER_SECOND + 1) onTooMany();
  };
}
