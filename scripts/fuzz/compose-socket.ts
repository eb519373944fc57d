import { fillMarks, type Pool } from './fill-marks';
import type { SocketCase } from './socket-case';
import { frameBytes } from './socket-frames';

/** A fixed key: the handshake proves nothing to this end, which does not check the answer to it. */
const KEY = 'dGhlIHNhbXBsZSBub25jZQ==';

/** The bytes of a socket's life: its upgrade, then one part a frame. */
export function composeSocket({ query, headers, frames }: SocketCase, pool: Pool): Buffer[] {
  const upgrade = [
    `GET /socket.io/?${query} HTTP/1.1`,
    'host: 127.0.0.1',
    'upgrade: websocket',
    'connection: upgrade',
    `sec-websocket-key: ${KEY}`,
    'sec-websocket-version: 13',
    ...headers.map(([name, value]) => `${name}: ${value}`),
    '',
    '',
  ].join('\r\n');
  return [
    Buffer.from(upgrade),
    ...frames.map((frame) => frameBytes({ ...frame, payload: fillMarks(frame.payload, pool) })),
  ];
}
