import { once } from 'node:events';
import { createConnection, createServer, type Server, type Socket } from 'node:net';

/**
 * How a line behaves:
 * - `whole`: it carries.
 * - `cut`: what is open is reset, what is new is refused.
 * - `half_open`: nothing passes and nobody is told. What was open or opened meanwhile never carries again, as
 *   behind a router that forgot it; each end finds out for itself.
 * - `slow`: every piece comes late, and few bytes a second pass.
 * - `deaf`: requests arrive, and the line breaks when the answer comes.
 */
export type LineState = 'whole' | 'cut' | 'half_open' | 'slow' | 'deaf';

export interface Link {
  /** The client's address of the server, whatever node that is. */
  readonly url: string;
  set(state: LineState): void;
  close(): Promise<void>;
}

const SLOW_DELAY_MS = 250;
const SLOW_BYTES_PER_SECOND = 100_000;

interface Line {
  client: Socket;
  server: Socket;
  isDead: boolean;
}

/**
 * A small TCP proxy in front of one client.
 * @param pickPort where a new connection goes; null: nobody is there
 */
export async function openLink(pickPort: () => number | null): Promise<Link> {
  const lines = new Set<Line>();
  /** Swallowed before they reached anybody. */
  const lost = new Set<Socket>();
  let state: LineState = 'whole';

  const accept = (client: Socket): void => {
    client.on('error', () => client.destroy());
    if (state === 'half_open') {
      lost.add(client);
      client.once('close', () => lost.delete(client));
      return;
    }
    const port = state === 'cut' ? null : pickPort();
    if (port === null) {
      client.resetAndDestroy();
      return;
    }
    const server = createConnection({ host: '127.0.0.1', port });
    const line: Line = { client, server, isDead: false };
    lines.add(line);
    carry(line, client, server, () => state);
    carry(line, server, client, () => (state === 'deaf' ? 'cut' : state));
    const end = (from: Socket, to: Socket) => {
      // One end of a dead line does not learn that the other is gone.
      if (!line.isDead) to.destroy();
      if (from.destroyed && to.destroyed) lines.delete(line);
    };
    client.once('close', () => end(client, server));
    server.once('close', () => end(server, client));
    server.on('error', () => server.destroy());
  };

  const listener: Server = createServer(accept).listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return {
    url: `http://127.0.0.1:${String(address.port)}`,
    set(next) {
      state = next;
      if (next === 'half_open') for (const line of lines) line.isDead = true;
      if (next !== 'cut') return;
      for (const line of lines) reset(line);
    },
    async close() {
      const closed = once(listener, 'close');
      listener.close();
      for (const line of lines) reset(line);
      for (const socket of lost) socket.destroy();
      await closed;
    },
  };
}

function carry(line: Line, from: Socket, to: Socket, stateNow: () => LineState): void {
  /** When the piece before has passed. */
  let freeAtMs = 0;
  from.on('data', (piece: Buffer) => {
    if (line.isDead) return;
    const state = stateNow();
    if (state === 'cut') {
      reset(line);
      return;
    }
    const nowMs = performance.now();
    const isSlow = state === 'slow';
    const onTheWayMs = isSlow ? (piece.length / SLOW_BYTES_PER_SECOND) * 1_000 : 0;
    freeAtMs = Math.max(freeAtMs, nowMs) + onTheWayMs;
    const waitMs = freeAtMs - nowMs + (isSlow ? SLOW_DELAY_MS : 0);
    if (waitMs <= 0) {
      pass(line, from, to, piece);
      return;
    }
    // Reading on would let a later piece overtake this one.
    from.pause();
    setTimeout(() => {
      from.resume();
      pass(line, from, to, piece);
    }, waitMs);
  });
}

/** Without a queue of its own: a client that does not read is felt by the server, as without a proxy. */
function pass(line: Line, from: Socket, to: Socket, piece: Buffer): void {
  if (line.isDead || to.destroyed || to.write(piece)) return;
  from.pause();
  to.once('drain', () => from.resume());
}

function reset({ client, server }: Line): void {
  client.resetAndDestroy();
  server.resetAndDestroy();
}
