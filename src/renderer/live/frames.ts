import { type PositionTuple, positionTupleSchema } from '@shared/protocol/positions';
import { type Snapshot, snapshotSchema } from '@shared/protocol/snapshot';
import {
  type ChangesFrame,
  changesFrameSchema,
  type Heartbeat,
  type Hello,
  heartbeatSchema,
  helloSchema,
  type ServerToClientEvents,
} from '@shared/protocol/stream';
import { z } from 'zod';

/** A frame of the durable lane, parsed. */
export type StreamFrame =
  | { kind: 'hello'; hello: Hello }
  | { kind: 'snapshot'; snapshot: Snapshot }
  | { kind: 'changes'; frame: ChangesFrame }
  | { kind: 'heartbeat'; heartbeat: Heartbeat };

export type ReceivedFrame =
  | StreamFrame
  | { kind: 'positions'; positions: PositionTuple[]; rejected: number };

/** Only the frame is checked at once; its tuples one by one, so that a bad one does not cost the good ones. */
const looseBatchSchema = z.object({ positions: z.array(z.unknown()) });

const parsers = {
  hello: (raw) => ({ kind: 'hello', hello: helloSchema.parse(raw) }),
  snapshot: (raw) => ({ kind: 'snapshot', snapshot: snapshotSchema.parse(raw) }),
  changes: (raw) => ({ kind: 'changes', frame: changesFrameSchema.parse(raw) }),
  heartbeat: (raw) => ({ kind: 'heartbeat', heartbeat: heartbeatSchema.parse(raw) }),
  positions: (raw) => parsePositions(raw),
} as const satisfies Record<keyof ServerToClientEvents, (raw: unknown) => ReceivedFrame>;

export const FRAME_EVENTS = Object.keys(parsers) as (keyof ServerToClientEvents)[];

/** What a socket event carried, or null where it does not fit its schema. Never throws. */
export function parseFrame(event: keyof ServerToClientEvents, raw: unknown): ReceivedFrame | null {
  try {
    return parsers[event](raw);
  } catch {
    return null;
  }
}

function parsePositions(raw: unknown): ReceivedFrame {
  const tuples = looseBatchSchema.parse(raw).positions;
  const positions: PositionTuple[] = [];
  for (const tuple of tuples) {
    const parsed = positionTupleSchema.safeParse(tuple);
    if (parsed.success) positions.push(parsed.data);
  }
  return { kind: 'positions', positions, rejected: tuples.length - positions.length };
}
