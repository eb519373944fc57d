import type { Audience } from '@shared/domain/audience';
import type { PositionTuple } from '@shared/protocol/positions';
import type { ServerToClientEvents } from '@shared/protocol/stream';
import { PROTOCOL_VERSION } from '@shared/protocol/version';
import { io, type Socket } from 'socket.io-client';

import { FRAME_EVENTS, parseFrame } from '../../../src/renderer/live/frames';
import { emptyPicture, type Picture, resumePointOf } from '../../../src/renderer/live/picture';
import { noteLoss, type Taken, takeFrames } from '../../../src/renderer/live/take-frames';

/** A client of one audience, which also writes down every byte that its server sends. */
export interface AudienceClient {
  audience: Audience;
  picture(): Picture;
  positions: Map<string, PositionTuple>;
  /** All that came over the wire so far, in every connection. */
  bytes(): string;
  /** Connect, unless it is. */
  open(): void;
  close(): void;
  /** Ask for a snapshot, or say something that cannot be read. */
  ask(point: unknown): void;
}

export function connectAudienceClient(
  url: string,
  audience: Audience,
  token: string,
): AudienceClient {
  let picture = emptyPicture();
  const received: string[] = [];
  const positions = new Map<string, PositionTuple>();
  const socket: Socket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: (give) =>
      give({ token, protocolVersion: PROTOCOL_VERSION, resume: resumePointOf(picture) }),
  });
  const take = (taken: Taken): void => {
    picture = taken.picture;
    if (taken.mustAsk) socket.emit('resume', resumePointOf(picture));
  };
  const arrived = (event: keyof ServerToClientEvents, raw: unknown): void => {
    const frame = parseFrame(event, raw);
    if (frame === null) take(noteLoss(picture, performance.now()));
    else if (frame.kind === 'positions')
      for (const position of frame.positions) positions.set(position[0], position);
    else {
      if (frame.kind === 'snapshot')
        for (const position of frame.snapshot.positions) positions.set(position[0], position);
      take(takeFrames(picture, [frame], performance.now()));
    }
  };
  for (const event of FRAME_EVENTS) socket.on(event, (raw: unknown) => arrived(event, raw));
  // A manager has a new engine for each connection.
  socket.io.on('open', () => {
    socket.io.engine.on('packet', ({ data }: { data?: unknown }) => {
      if (typeof data === 'string') received.push(data);
    });
  });
  return {
    audience,
    picture: () => picture,
    positions,
    bytes: () => received.join('\n'),
    open() {
      if (!socket.active) socket.connect();
    },
    close() {
      socket.disconnect();
    },
    ask: (point) => void socket.emit('resume', point),
  };
}
