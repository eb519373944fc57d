import type { PositionsFrame, PositionTuple } from '@shared/protocol/positions';

export const POSITION_TICK_MS = 200;
/** Tuples per frame: about 130 kB of JSON. */
const CHUNK_SIZE = 2_000;
/** A socket with more than this still unread gets no positions: the next ones replace them anyway. */
const CONGESTED_BYTES = 131_072;

/** What the lane needs of the hub. */
export interface PositionFeed {
  /** Positions that came in since the last call, the latest one per unit. */
  takeMoved(): PositionTuple[];
  latest(): PositionTuple[];
}

export interface PositionReceiver {
  id: string;
  bufferedBytes(): number;
  send(frame: PositionsFrame): void;
}

export interface PositionLane {
  /** @param knowsLatest whether the receiver was just given all positions, as with a snapshot */
  admit(receiver: PositionReceiver, knowsLatest: boolean): void;
  remove(receiverId: string): void;
  stop(): void;
}

interface Deps {
  feed: PositionFeed;
  /** One frame, serialised once, to every admitted receiver but these. */
  broadcast: (frame: PositionsFrame, exceptIds: string[]) => void;
}

/**
 * The second lane: volatile, latest-wins, apart from the changes. One batch a tick with the units that moved.
 * A congested receiver is left out, and given the latest of every unit once it has caught up. (Socket.IO's own
 * `volatile` is not used: it drops a batch whenever another frame is just being written, congested or not.)
 */
export function startPositionLane({ feed, broadcast }: Deps): PositionLane {
  const receivers = new Map<string, { receiver: PositionReceiver; isBehind: boolean }>();

  function tick(): void {
    const moved = feed.takeMoved();
    const leftOut: string[] = [];
    for (const [id, entry] of receivers) {
      const isCongested = entry.receiver.bufferedBytes() > CONGESTED_BYTES;
      if (isCongested && moved.length > 0) entry.isBehind = true;
      if (!entry.isBehind) continue;
      leftOut.push(id);
      if (isCongested) continue;
      entry.isBehind = false;
      for (const positions of chunksOf(feed.latest())) entry.receiver.send({ positions });
    }
    if (receivers.size === leftOut.length) return;
    for (const positions of chunksOf(moved)) broadcast({ positions }, leftOut);
  }

  const timer = setInterval(tick, POSITION_TICK_MS);
  return {
    admit(receiver, knowsLatest) {
      receivers.set(receiver.id, { receiver, isBehind: !knowsLatest });
    },
    remove: (receiverId) => void receivers.delete(receiverId),
    stop() {
      clearInterval(timer);
    },
  };
}

function chunksOf(positions: PositionTuple[]): PositionTuple[][] {
  const chunks: PositionTuple[][] = [];
  for (let start = 0; start < positions.length; start += CHUNK_SIZE) {
    chunks.push(positions.slice(start, start + CHUNK_SIZE));
  }
  return chunks;
}
