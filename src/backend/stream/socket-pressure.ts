import type { Socket } from 'socket.io';

/** What waits in this process for a socket's other end to read. */
export function bufferedBytes(socket: Socket): number {
  const { writeBuffer, transport } = engineOf(socket);
  let bytes = transport.socket?.bufferedAmount ?? 0;
  for (const packet of writeBuffer)
    bytes += typeof packet.data === 'string' ? packet.data.length : 0;
  return bytes;
}

/**
 * End the connection without a word. The client sees its transport close and connects anew, which
 * Socket.IO's own `disconnect()` would tell it not to do; what was buffered is let go at once.
 */
export function cut({ conn }: Pick<Socket, 'conn'>): void {
  const { transport } = engineOf({ conn });
  conn.close(true);
  transport.socket?.terminate();
}

interface Engine {
  writeBuffer: readonly { data?: unknown }[];
  transport: { socket?: { bufferedAmount: number; terminate(): void } };
}

function engineOf({ conn }: Pick<Socket, 'conn'>): Engine {
  // Engine.IO declares these private, and offers no other way to see how far behind a socket is. The
  // integration test of the slow socket fails if they ever change.
  return conn as unknown as Engine;
}
