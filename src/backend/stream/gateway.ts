import type { Server as HttpServer } from 'node:http';

import { audienceOf } from '@shared/domain/audience';
import { createDisclosurePolicy, type DisclosureSource } from '@shared/domain/disclosure';
import {
  type ClientToServerEvents,
  type HandshakeError,
  type Hello,
  resumePointSchema,
  type ServerToClientEvents,
} from '@shared/protocol/stream';
import { Server, type Socket } from 'socket.io';

import type { AccessList } from '../access/access-list';
import type { Identity } from '../access/identity';
import type { Revocations } from '../access/revocations';
import type { Border } from '../border/border';
import type { Clock } from '../clock';
import type { Log } from '../log';
import { type AudienceStream, createAudienceStreams, rulesOf } from './audience-stream';
import type { ChangeSource } from './change-source';
import { type Holder, renewedIdentity, watchCredentials } from './credential-watch';
import { readHandshake } from './handshake';
import { startHeartbeat } from './heartbeat';
import { type PositionFeed, type PositionVeils, startPositionLane } from './position-lane';
import type { Publisher } from './publisher';
import { createSocketDoor, HANDSHAKE_LIMIT_MS } from './socket-door';
import { bufferedBytes, cut } from './socket-pressure';
import { createSocketSession, type Outlet, type SocketSession } from './socket-session';
import type { CutReason, SocketPressure, StreamWatch } from './stream-watch';

/** A socket for which more than this waits is cut; it resumes when it connects again. Room for one snapshot. */
const MAX_BUFFERED_BYTES = 16_777_216;
/** Clients say little: a handshake and resume points. */
const MAX_MESSAGE_BYTES = 16_384;
/** A room of Socket.IO for the sockets of an audience that are live, and one for those that get positions. */
const liveRoom = (key: string) => `live ${key}`;
const positionsRoom = (key: string) => `positions ${key}`;

interface SocketData {
  identity: Identity;
  stream: AudienceStream;
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
  revocations: Pick<Revocations, 'isRevoked' | 'subscribe'>;
  border: Border;
  source: ChangeSource;
  publisher: Publisher;
  positions: PositionFeed;
  veils: PositionVeils;
  /** Its lists say who is told what. */
  city: DisclosureSource;
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
  const streamOf = createAudienceStreams({
    source: deps.source,
    policy: createDisclosurePolicy(deps.city),
    rules: rulesOf(deps.city),
  });
  const sessions = new Map<StreamSocket, SocketSession>();
  const credentials = watchCredentials({ revocations: deps.revocations, clock });
  const lane = startPositionLane({
    feed: deps.positions,
    veils: deps.veils,
    broadcast: (frame, keys, exceptIds) =>
      io.to(keys.map(positionsRoom)).except(exceptIds).emit('positions', frame),
  });

  const admit = async (socket: StreamSocket, next: (error?: Error) => void): Promise<void> => {
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
    const result = await readHandshake(handshake.auth, access);
    if (result.kind === 'refused') {
      refuse(result.code);
    } else if (!publisher.isCurrent() || sessions.size >= deps.border.maxSockets) {
      refuse('unavailable');
    } else {
      door.admit(conn, handshake.auth);
      socket.data.identity = result.identity;
      socket.data.stream = streamOf(audienceOf(result.identity.principal));
      socket.data.resume = result.resume;
      next();
    }
  };
  io.use((socket, next) => {
    admit(socket, next).catch((error: unknown) => {
      log.warn({ err: error }, 'a handshake could not be judged; the client will try again');
      next(handshakeError('unavailable'));
    });
  });

  io.on('connection', (socket) => {
    const outlet = outletOf(socket);
    const session = createSocketSession({
      outlet,
      stream: socket.data.stream,
      publisher,
      watch,
      clock,
      log: log.child({ socket: socket.id }),
    });
    sessions.set(socket, session);
    const holder: Holder = {
      identity: socket.data.identity,
      end: (reason) => end(socket, reason),
    };
    const unfollow = credentials.follow(holder);
    socket.on('authenticate', (token: unknown) => {
      // Whatever kept it from being judged: the client connects anew with what it has.
      renew(holder, token).catch(() => holder.end('expired'));
    });
    socket.on('resume', (point: unknown) => {
      const parsed = resumePointSchema.nullable().safeParse(point);
      // A point that cannot be read says nothing about where the client is: it gets everything.
      session.resume(parsed.success ? parsed.data : null);
    });
    socket.on('disconnect', (reason) => {
      session.close();
      unfollow();
      sessions.delete(socket);
      lane.remove(socket.id);
      log.debug({ socket: socket.id, reason }, 'socket closed');
    });
    log.debug({ socket: socket.id, actor: socket.data.identity.actor }, 'socket open');
    socket.emit('hello', {
      ...deps.identity,
      streamId: socket.data.stream.streamIdOf(deps.identity.streamId),
      cityHash: deps.cityHash(),
      serverTime: clock.now(),
      headSeq: publisher.seq(),
    });
    session.resume(socket.data.resume);
  });

  function outletOf(socket: StreamSocket): Outlet {
    const { audience, key } = socket.data.stream;
    const admit = (knowsLatest: boolean) => {
      void socket.join(positionsRoom(key));
      const receiver = {
        id: socket.id,
        audience,
        bufferedBytes: () => bufferedBytes(socket),
        send: (frame: Parameters<ServerToClientEvents['positions']>[0]) =>
          void socket.emit('positions', frame),
      };
      lane.admit(receiver, knowsLatest);
    };
    return {
      sendChanges(frame) {
        socket.emit('changes', frame);
        if (!socket.rooms.has(positionsRoom(key))) admit(false);
      },
      sendSnapshot(snapshot) {
        socket.emit('snapshot', { ...snapshot, positions: lane.latestFor(audience) });
        admit(true);
      },
      joinLive: () => void socket.join(liveRoom(key)),
      leaveLive: () => void socket.leave(liveRoom(key)),
      bufferedBytes: () => bufferedBytes(socket),
      cut: (reason) => {
        end(socket, reason);
      },
    };
  }

  const unsubscribe = publisher.subscribe((batch) => {
    for (const [stream, ofAudience] of sessionsByStream()) {
      const changes = stream.render(batch);
      // One emit to the room: Socket.IO serialises the batch once for all of it.
      io.to(liveRoom(stream.key)).emit('changes', { changes, headSeq: publisher.seq() });
      // Only then may a session that waited for this batch join the room.
      for (const session of ofAudience) session.onPublished(changes);
    }
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

  function sessionsByStream(): Map<AudienceStream, SocketSession[]> {
    const byStream = new Map<AudienceStream, SocketSession[]>();
    for (const [{ data }, session] of sessions) {
      const ofAudience = byStream.get(data.stream);
      if (ofAudience === undefined) byStream.set(data.stream, [session]);
      else ofAudience.push(session);
    }
    return byStream;
  }

  function cutSlowSockets(): void {
    for (const socket of sessions.keys()) {
      const bytes = bufferedBytes(socket);
      if (bytes <= MAX_BUFFERED_BYTES) continue;
      log.warn({ socket: socket.id, bufferedBytes: bytes }, 'a client does not keep up; cut');
      end(socket, 'slow');
    }
  }

  async function renew(holder: Holder, token: unknown): Promise<void> {
    const identity =
      typeof token === 'string' && (await renewedIdentity(access, holder.identity, token));
    if (!identity) holder.end('expired');
    else holder.identity = identity;
  }

  function end(socket: StreamSocket, reason: CutReason): void {
    watch.cut(reason);
    cut(socket);
  }

  return {
    socketCount: () => sessions.size,
    pressures: () =>
      [...sessions.keys()].map((socket) => ({
        audience: socket.data.stream.key,
        bufferedBytes: bufferedBytes(socket),
      })),
    close() {
      unsubscribe();
      stopHeartbeat();
      credentials.stop();
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
