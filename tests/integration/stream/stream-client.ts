import type { Unit } from '@shared/domain/unit';
import { type PositionTuple, positionsFrameSchema } from '@shared/protocol/positions';
import { snapshotSchema } from '@shared/protocol/snapshot';
import {
  changesFrameSchema,
  type Heartbeat,
  type Hello,
  heartbeatSchema,
  helloSchema,
  type ResumePoint,
} from '@shared/protocol/stream';
import { PROTOCOL_VERSION } from '@shared/protocol/version';
import { io, type Socket } from 'socket.io-client';

import { TOKEN } from './stream-server';

/** A client that follows the rules of docs/protocol.md, and writes down where the server does not. */
export interface StreamClient {
  socket: Socket;
  /** Frames by name, in the order of arrival. */
  frames: string[];
  /** Lost or repeated changes, frames before `hello`. */
  violations: string[];
  hello: Hello | null;
  heartbeats: Heartbeat[];
  seq: number;
  units: Map<string, Unit>;
  positions: Map<string, PositionTuple>;
  positionFrames: number;
  resumePoint(): ResumePoint | null;
  /** Connect unless it is connected or trying: Socket.IO would join the server a second time. */
  open(): void;
  close(): void;
}

interface Options {
  auth?: Record<string, unknown>;
  resume?: ResumePoint | null;
  reconnection?: boolean;
}

export function connectStreamClient(url: string, options: Options = {}): StreamClient {
  // Before its first snapshot a client stands nowhere, even when it was greeted.
  let streamId = options.resume?.streamId ?? null;
  let isTrying = true;
  const client: StreamClient = {
    socket: io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: options.reconnection ?? false,
      reconnectionDelay: 50,
      reconnectionDelayMax: 200,
      auth: (give) =>
        give({
          token: TOKEN,
          protocolVersion: PROTOCOL_VERSION,
          resume: client.resumePoint(),
          ...options.auth,
        }),
    }),
    frames: [],
    violations: [],
    hello: null,
    heartbeats: [],
    seq: options.resume?.lastSeq ?? 0,
    units: new Map(),
    positions: new Map(),
    positionFrames: 0,
    resumePoint: () => (streamId === null ? null : { streamId, lastSeq: client.seq }),
    open() {
      if (client.socket.connected || isTrying) return;
      isTrying = true;
      client.socket.connect();
    },
    close() {
      isTrying = false;
      client.socket.disconnect();
    },
  };
  let isGreeted = false;
  const arrived = (name: string) => {
    client.frames.push(name);
    if (!isGreeted && name !== 'hello') client.violations.push(`${name} before hello`);
  };
  client.socket.on('connect', () => {
    isTrying = false;
  });
  client.socket.on('connect_error', () => {
    isTrying = false;
  });
  client.socket.on('disconnect', () => {
    isTrying = false;
    isGreeted = false;
  });
  client.socket.on('hello', (raw: unknown) => {
    isGreeted = true;
    arrived('hello');
    client.hello = helloSchema.parse(raw);
  });
  client.socket.on('snapshot', (raw: unknown) => {
    arrived('snapshot');
    const snapshot = snapshotSchema.parse(raw);
    streamId = client.hello?.streamId ?? null;
    client.seq = snapshot.seq;
    client.units = new Map(snapshot.units.map((unit) => [unit.id, unit]));
    for (const position of snapshot.positions) client.positions.set(position[0], position);
  });
  client.socket.on('changes', (raw: unknown) => {
    arrived('changes');
    for (const change of changesFrameSchema.parse(raw).changes) {
      if (change.seq !== client.seq + 1) {
        client.violations.push(`change ${change.seq} after ${client.seq}`);
      }
      client.seq = change.seq;
      const unit =
        change.type === 'unit.statusChanged' ? client.units.get(change.data.unitId) : undefined;
      if (unit === undefined || change.type !== 'unit.statusChanged') continue;
      const { statusCode, version } = change.data;
      client.units.set(unit.id, { ...unit, statusCode, version });
    }
  });
  client.socket.on('positions', (raw: unknown) => {
    arrived('positions');
    client.positionFrames += 1;
    for (const position of positionsFrameSchema.parse(raw).positions) {
      client.positions.set(position[0], position);
    }
  });
  client.socket.on('heartbeat', (raw: unknown) => {
    arrived('heartbeat');
    client.heartbeats.push(heartbeatSchema.parse(raw));
  });
  return client;
}

/** Resolves once the condition holds. @throws Error naming it after the limit */
export async function until(
  what: string,
  condition: () => boolean,
  limitMs = 10_000,
): Promise<void> {
  const startMs = performance.now();
  while (!condition()) {
    if (performance.now() - startMs > limitMs) throw new Error(`waited ${limitMs} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
