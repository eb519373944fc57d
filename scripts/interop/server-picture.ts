import { type Snapshot, snapshotSchema } from '@shared/protocol/snapshot';
import { PROTOCOL_VERSION } from '@shared/protocol/version';
import { io } from 'socket.io-client';

const LIMIT_MS = 30_000;

/** What the server itself says the picture is now: a newcomer's snapshot. */
export async function readServerPicture(url: string, token: string): Promise<Snapshot> {
  const socket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { token, protocolVersion: PROTOCOL_VERSION, resume: null },
  });
  try {
    return await new Promise<Snapshot>((resolve, reject) => {
      setTimeout(() => reject(new Error('no snapshot came')), LIMIT_MS).unref();
      socket.on('connect_error', reject);
      socket.on('snapshot', (raw: unknown) => resolve(snapshotSchema.parse(raw)));
    });
  } finally {
    socket.disconnect();
  }
}
