import {
  HANDSHAKE_ERRORS,
  type Handshake,
  type HandshakeError,
  type ResumePoint,
} from '@shared/protocol/stream';
import { PROTOCOL_VERSION } from '@shared/protocol/version';
import { io, type Socket } from 'socket.io-client';
import { z } from 'zod';

import { backOffMs, tryLimitMs } from './back-off';
import type { Credentials } from './credentials';
import { FRAME_EVENTS, parseFrame, type ReceivedFrame } from './frames';
import type { Cancel, Scheduler } from './scheduler';

/** What a connection tells its owner. A frame arrives parsed; one that does not parse arrives as `onBadFrame`. */
export interface ConnectionListener {
  onFrame(frame: ReceivedFrame): void;
  onBadFrame(event: string): void;
  /** A try begins. */
  onConnecting(): void;
  /** The line is lost or a try failed. */
  onDown(retryAtMs: number): void;
  /** The server will not have this client; trying again would not help. */
  onRefused(reason: 'protocol_mismatch' | 'unauthorized'): void;
}

export interface Connection {
  start(): void;
  /** Closes the line for good and leaves no timer behind. */
  stop(): void;
  /** Drop the line, if any, and try at once: the network is back, or the line has gone silent. */
  retryNow(): void;
  /** Ask for what follows the point; null asks for a snapshot. Does nothing while the line is down. */
  askResume(point: ResumePoint | null): void;
}

export interface ConnectionOptions {
  url: string;
  credentials: Credentials;
  scheduler: Scheduler;
  /** In [0, 1); spreads the retries of many clients. */
  random: () => number;
  /** Where this client stands; asked for at each handshake. */
  resumePoint: () => ResumePoint | null;
  listener: ConnectionListener;
}

/** A screen of a control room waits no longer to look whether its server is back; a refused try costs next to nothing. */
const LONGEST_PAUSE_MS = 1_000;
/** A server that answers has work with each try, and many may be trying. */
const LONGEST_PAUSE_WHEN_TURNED_AWAY_MS = 3_000;
const SHORTEST_PAUSE_MS = 50;
const refusalSchema = z.object({ data: z.object({ code: z.enum(HANDSHAKE_ERRORS) }) });

/**
 * The line to the server: WebSocket only, its own back-off (250 ms → 1 s, jittered), handshake by
 * `protocol/stream.ts`. It knows nothing of the model.
 */
export function createConnection(options: ConnectionOptions): Connection {
  const { scheduler, listener } = options;
  let isRunning = false;
  let attempt = 0;
  let cancelRetry: Cancel | null = null;
  let triedAtMs = 0;
  /** Tries in a row that nobody answered. */
  let unanswered = 0;
  /** With which the last handshake was made. */
  let offeredToken = '';
  let unsubscribe: (() => void) | null = null;

  const socket: Socket = io(options.url, {
    autoConnect: false,
    forceNew: true,
    // The library's own reconnection neither retries a refused handshake nor says when it will try.
    reconnection: false,
    timeout: tryLimitMs(0),
    transports: ['websocket'],
    auth: (give) => {
      offeredToken = options.credentials.token();
      give(handshake(offeredToken, options.resumePoint()));
    },
  });

  const connect = (): void => {
    cancelRetry?.();
    cancelRetry = null;
    listener.onConnecting();
    triedAtMs = scheduler.monotonicMs();
    socket.io.timeout(tryLimitMs(unanswered));
    socket.connect();
  };

  /** @param waitedMs for an answer to the try before, which counts as part of the pause */
  const retryLater = (waitedMs: number, longestPauseMs: number): void => {
    if (!isRunning || cancelRetry !== null) return;
    const pauseMs = backOffMs(attempt, options.random(), longestPauseMs);
    const delayMs = Math.max(SHORTEST_PAUSE_MS, Math.round(pauseMs - waitedMs));
    attempt += 1;
    cancelRetry = scheduler.after(delayMs, connect);
    listener.onDown(scheduler.nowMs() + delayMs);
  };

  const retryAfter = (refusal: HandshakeError | null): void => {
    if (refusal !== null) {
      retryLater(0, LONGEST_PAUSE_WHEN_TURNED_AWAY_MS);
      return;
    }
    const waitedMs = scheduler.monotonicMs() - triedAtMs;
    // Timers may be a moment early; a line that fails by itself does so long before.
    const isUnanswered = waitedMs >= 0.9 * tryLimitMs(unanswered);
    unanswered = isUnanswered ? unanswered + 1 : 0;
    retryLater(waitedMs, LONGEST_PAUSE_MS);
  };

  const giveUp = (reason: 'protocol_mismatch' | 'unauthorized'): void => {
    isRunning = false;
    listener.onRefused(reason);
  };

  // A token may have expired while the line was down: a newer one is worth a try, with the back-off of any other.
  const renewThenRetry = async (): Promise<void> => {
    const renewal = await options.credentials.renew(offeredToken);
    if (!isRunning) return;
    if (renewal === 'refused') giveUp('unauthorized');
    else retryLater(0, LONGEST_PAUSE_WHEN_TURNED_AWAY_MS);
  };

  socket.on('connect_error', (error) => {
    if (!isRunning) return;
    const refusal = refusalOf(error);
    const reason = blockingReason(refusal);
    if (reason === null) retryAfter(refusal);
    else if (reason === 'unauthorized') void renewThenRetry();
    else giveUp(reason);
  });
  socket.on('disconnect', (why) => {
    // The server hung up on this client alone, for which it has a reason: it is asked for it at once, the first time.
    if (why === 'io server disconnect' && isRunning && attempt === 0 && cancelRetry === null) {
      attempt += 1;
      connect();
    } else retryLater(0, LONGEST_PAUSE_MS);
  });

  for (const event of FRAME_EVENTS) {
    socket.on(event, (raw: unknown) => {
      const frame = parseFrame(event, raw);
      if (frame === null) {
        listener.onBadFrame(event);
        // Without its hello nothing on this line can be trusted: hang up, which brings the next try.
        if (event === 'hello') socket.disconnect();
        return;
      }
      // Only a whole handshake shows that the server is well; a mere connect may be followed by a crash.
      if (frame.kind === 'hello') {
        attempt = 0;
        unanswered = 0;
      }
      listener.onFrame(frame);
    });
  }

  // The server ends a line whose token has run out; a newer one, told in time, keeps it.
  const tellNewerToken = (token: string): void => {
    if (!socket.connected) return;
    offeredToken = token;
    socket.emit('authenticate', token);
  };

  return {
    start: () => {
      if (isRunning) return;
      isRunning = true;
      unsubscribe ??= options.credentials.onRenewed(tellNewerToken);
      connect();
    },
    stop: () => {
      isRunning = false;
      unsubscribe?.();
      unsubscribe = null;
      cancelRetry?.();
      cancelRetry = null;
      socket.disconnect();
    },
    retryNow: () => {
      if (!isRunning) return;
      attempt = 0;
      // Silences the `disconnect` that closing brings, which would schedule a try of its own.
      isRunning = false;
      socket.disconnect();
      isRunning = true;
      connect();
    },
    askResume: (point) => {
      if (socket.connected) socket.emit('resume', point);
    },
  };
}

function handshake(token: string, resume: ResumePoint | null): Handshake {
  return { token, protocolVersion: PROTOCOL_VERSION, resume };
}

/** The server's reason, or null where the line itself failed. */
function refusalOf(error: Error): HandshakeError | null {
  const parsed = refusalSchema.safeParse(error);
  return parsed.success ? parsed.data.data.code : null;
}

function blockingReason(
  refusal: HandshakeError | null,
): 'protocol_mismatch' | 'unauthorized' | null {
  switch (refusal) {
    case 'unauthorized':
    case 'protocol_mismatch':
      return refusal;
    // A handshake that the server cannot read is one of another version.
    case 'bad_handshake':
      return 'protocol_mismatch';
    case 'unavailable':
    case null:
      return null;
  }
}
