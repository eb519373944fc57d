import { type Audience, audienceKey } from '@shared/domain/audience';
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
  audience: Audience;
  bufferedBytes(): number;
  send(frame: PositionsFrame): void;
}

export interface PositionLane {
  /** @param knowsLatest whether the receiver was just given all positions, as with a snapshot */
  admit(receiver: PositionReceiver, knowsLatest: boolean): void;
  remove(receiverId: string): void;
  /** The latest of every unit, as far as the audience is told. */
  latestFor(audience: Audience): PositionTuple[];
  stop(): void;
}

/** Whose positions are kept from whom. */
export interface PositionVeils {
  mayTell(audience: Audience, position: PositionTuple): boolean;
  /** Hears what moved, before anybody is told. */
  observe(moved: readonly PositionTuple[]): void;
}

interface Deps {
  feed: PositionFeed;
  veils: PositionVeils;
  /** One frame, serialised once, to every admitted receiver of these audiences but those. */
  broadcast: (frame: PositionsFrame, audienceKeys: string[], exceptIds: string[]) => void;
}

/**
 * The second lane: volatile, latest-wins, apart from the changes. One batch a tick with the units that moved.
 * A congested receiver is left out, and given the latest of every unit once it has caught up. (Socket.IO's own
 * `volatile` is not used: it drops a batch whenever another frame is just being written, congested or not.)
 */
export function startPositionLane({ feed, veils, broadcast }: Deps): PositionLane {
  const receivers = new Map<string, { receiver: PositionReceiver; isBehind: boolean }>();

  const toldOf = (audience: Audience, positions: PositionTuple[]): PositionTuple[] =>
    positions.filter((position) => veils.mayTell(audience, position));

  function tick(): void {
    const moved = feed.takeMoved();
    veils.observe(moved);
    const leftOut: string[] = [];
    const audiences = new Map<string, Audience>();
    for (const [id, entry] of receivers) {
      const { receiver } = entry;
      const isCongested = receiver.bufferedBytes() > CONGESTED_BYTES;
      if (isCongested && moved.length > 0) entry.isBehind = true;
      if (!entry.isBehind) {
        audiences.set(audienceKey(receiver.audience), receiver.audience);
        continue;
      }
      leftOut.push(id);
      if (isCongested) continue;
      entry.isBehind = false;
      for (const positions of chunksOf(toldOf(receiver.audience, feed.latest())))
        receiver.send({ positions });
    }
    for (const { keys, positions } of byWhatIsTold(audiences, moved))
      for (const chunk of chunksOf(positions)) broadcast({ positions: chunk }, keys, leftOut);
  }

  /** Most often nothing is kept from anybody, and one frame does for all. */
  function byWhatIsTold(
    audiences: ReadonlyMap<string, Audience>,
    moved: PositionTuple[],
  ): { keys: string[]; positions: PositionTuple[] }[] {
    const ofAll: string[] = [];
    const batches: { keys: string[]; positions: PositionTuple[] }[] = [];
    for (const [key, audience] of audiences) {
      const positions = toldOf(audience, moved);
      if (positions.length === moved.length) ofAll.push(key);
      else batches.push({ keys: [key], positions });
    }
    return ofAll.length === 0 ? batches : [{ keys: ofAll, positions: moved }, ...batches];
  }

  const timer = setInterval(tick, POSITION_TICK_MS);
  return {
    admit(receiver, knowsLatest) {
      receivers.set(receiver.id, { receiver, isBehind: !knowsLatest });
    },
    remove: (receiverId) => void receivers.delete(receiverId),
    latestFor: (audience) => toldOf(audience, feed.latest()),
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
