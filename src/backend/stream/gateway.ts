import type { Server as HttpServer } from 'node:http';

import type { Actor } from '@shared/protocol/changes';
import {
  type ClientToServerEvents,
  type HandshakeError,
  type Hello,
  resumePointSchema,
  type ServerToClientEvents,
} from '@shared/protocol/stream';
import { Server, type Socket } from 'socket.io';

import type { AccessList } from '../access/access-list';
import type { Border } from '../border/border';
import type { Clock } from '../clock';
import type { Log } from '../log';
import type { ChangeSource } from './change-source';
import { readHandshake } from './handshake';
import { startHeartbeat } from './heartbeat';
import { type PositionFeed, startPositionLane } from './position-lane';
import type { Publisher } from './publisher';
import { shareSnapshot } from './shared-snapshot';
import { createSocketDoor, HANDSHAKE_LIMIT_MS } from './socket-door';
import { bufferedBytes, cut } from './socket-pressure';
import { createSocketSession, type Outlet, type SocketSession } from './socket-session';
import type { CutReason, SocketPressure, StreamWatch } from './stream-watch';

/** A socket for which more than this waits is cut; it resumes when it connects again. Room for one snapshot. */
const MAX_BUFFERED_BYTES = 16_777_216;
/** Clients say little: a handshake and resume points. */
const MAX_MESSAGE_BYTES = 16_384;
const LIVE = 'live';
const POSITIONS = 'positions';

interface SocketData {
  actor: Actor;
  resume: Parameters<SocketSession['resume']>[0];
}
type StreamServer = Server<
  ClientToServerEvents,
  ServerToClientEvents,
  Record<string, never>,
  SocketData
>;
type StreamSocket = Socket<
  ClientToServerEvents,
  ServerToClientEvents,
  Record<string, never>,
  SocketData
>;

export interface Gateway {
  socketCount(): number;
  /** What waits for each socket to be read, now. */
  pressures(): SocketPressure[];
  /** Ends every connection, in such a way that the clients try again. */
  close(): void;
}

interface Deps {
  server: HttpServer;
  access: AccessList;
  border: Border;
  source: ChangeSource;
  publisher: Publisher;
  positions: PositionFeed;
  /** What stays the same in every greeting of this process. */
  identity: Omit<Hello, 'serverTime' | 'headSeq' | 'cityHash'>;
  /** Of the city as it is drawn now. */
  cityHash: () => string;
  watch: StreamWatch;
  clock: Clock;
  log: Log;
}

/** Give every socket the whole state and then each change once, in order (docs/protocol.md). */
export function attachGateway(deps: Deps): Gateway {
  const { access, publisher, watch, clock, log } = deps;
  const door = createSocketDoor({ border: deps.border, clock, log });
  const io: StreamServer = new Server(deps.server, {
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    connectTimeout: HANDSHAKE_LIMIT_MS,
    allowRequest: door.allowRequest,
    pingInterval: 10_000,
    pingTimeout: 10_000,
  });
  door.watch(io.engine);
  const readSnapshot = shareSnapshot(() => deps.source.readSnapshot());
  const sessions = new Map<StreamSocket, SocketSession>();
  const lane = startPositionLane({
    feed: deps.positions,
    broadcast: (frame, exceptIds) => io.to(POSITIONS).except(exceptIds).emit('positions', frame),
  });

  io.use((socket, next) => {
    const { conn, handshake } = socket;
    const refuse = (code: HandshakeError) => {
      watch.refused(code);
      door.refuse(conn, code);
      next(handshakeError(code));
    };
    if (!door.mayTry(conn, handshake.auth)) {
      refuse('unavailable');
      return;
    }
    const result = readHandshake(handshake.auth, access);
    if (result.kind === 'refused') {
      refuse(result.code);
    } else if (!publisher.isCurrent() || sessions.size >= deps.border.maxSockets) {
      refuse('unavailable');
    } else {
      door.admit(conn, handshake.auth);
      socket.data.actor = result.actor;
      socket.data.resume = result.resume;
      next();
    }
  });

  io.on('connection', (socket) => {
    const outlet = outletOf(socket);
    const session = createSocketSession({
      outlet,
      source: deps.source,
      readSnapshot,
      publisher,
      watch,
      clock,
      log: log.child({ socket: socket.id }),
    });
    sessions.set(socket, session);
    socket.on('resume', (point: unknown) => {
      const parsed = resumePointSchema.nullable().safeParse(point);
      // A point that cannot be read says nothing about where the client is: it gets everything.
      session.resume(parsed.success ? parsed.data : null);
    });
    socket.on('disconnect', (reason) => {
      session.close();
      sessions.delete(socket);
      lane.remove(socket.id);
      log.debug({ socket: socket.id, reason }, 'socket closed');
    });
    log.debug({ socket: socket.id, actor: socket.data.actor }, 'socket open');
    socket.emit('hello', {
      ...deps.identity,
      cityHash: deps.cityHash(),
      serverTime: clock.now(),
      headSeq: publisher.seq(),
    });
    session.resume(socket.data.resume);
  });

  function outletOf(socket: StreamSocket): Outlet {
    const admit = (knowsLatest: boolean) => {
      void socket.join(POSITIONS);
      const receiver = {
        id: socket.id,
        bufferedBytes: () => bufferedBytes(socket),
        send: (frame: Parameters<ServerToClientEvents['positions']>[0]) =>
          void socket.emit('positions', frame),
      };
      lane.admit(receiver, knowsLatest);
    };
    return {
      sendChanges(frame) {
        socket.emit('changes', frame);
        if (!socket.rooms.has(POSITIONS)) admit(false);
      },
      sendSnapshot(snapshot) {
        socket.emit('snapshot', { ...snapshot, positions: deps.positions.latest() });
        admit(true);
      },
      joinLive: () => void socket.join(LIVE),
      leaveLive: () => void socket.leave(LIVE),
      bufferedBytes: () => bufferedBytes(socket),
      cut: (reason) => {
        end(socket, reason);
      },
    };
  }

  const unsubscribe = publisher.subscribe((batch) => {
    // One emit to the room: Socket.IO serialises the batch once for all of it.
    io.to(LIVE).emit('changes', { changes: [...batch], headSeq: publisher.seq() });
    // Only then may a session that waited for this batch join the room.
    for (const session of sessions.values()) session.onPublished(batch);
    cutSlowSockets();
  });
  const stopHeartbeat = startHeartbeat({
    publisher,
    clock,
    send(heartbeat) {
      io.emit('heartbeat', heartbeat);
      cutSlowSockets();
    },
  });

  function cutSlowSockets(): void {
    for (const socket of sessions.keys()) {
      const bytes = bufferedBytes(socket);
      if (bytes <= MAX_BUFFERED_BYTES) continue;
      log.warn({ socket: socket.id, bufferedBytes: bytes }, 'a client does not keep up; cut');
      end(socket, 'slow');
    }
  }

  function end(socket: StreamSocket, reason: CutReason): void {
    watch.cut(reason);
    cut(socket);
  }

  return {
    socketCount: () => sessions.size,
    pressures: () =>
      [...sessions.keys()].map((socket) => ({
        audience: 'room',
        bufferedBytes: bufferedBytes(socket),
      })),
    close() {
      unsubscribe();
      stopHeartbeat();
      lane.stop();
      for (const session of sessions.values()) session.close();
      // Not `disconnectSockets`, which tells clients not to come back.
      io.engine.close();
    },
  };
}

/** Reaches the client as `connect_error` with `error.data.code`. */
function handshakeError(code: HandshakeError): Error {
  return Object.assign(new Error(code), { data: { code } });
}
