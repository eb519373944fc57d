import { type PositionTuple, positionTupleSchema } from '@shared/protocol/positions';
import { z } from 'zod';

import type { Log } from '../log';
import { MAX_MESSAGE_BYTES, type Nodes } from '../store/nodes';
import type { PositionHub } from './position-hub';

const TICK_MS = 200;

const messageSchema = z.array(positionTupleSchema);

interface Deps {
  hub: Pick<PositionHub, 'takeUntold' | 'takeIn'>;
  nodes: Pick<Nodes, 'send' | 'receive' | 'onMissed'>;
  /** What the nodes have saved, for when messages were missed. */
  readSaved: () => Promise<PositionTuple[]>;
  log: Log;
}

/**
 * Tell the other nodes of this one's positions, a batch a tick, and take in theirs. While a batch is still on its
 * way the next one waits in the hub, where a newer position takes the place of an older: nothing queues. What does
 * not get through is made good by the unit's next report.
 * @returns stops it, and resolves when nothing is under way
 */
export function relayPositions({ hub, nodes, readSaved, log }: Deps): () => Promise<void> {
  let underWay: Promise<void> | null = null;
  let isFailing = false;

  async function send(positions: PositionTuple[]): Promise<void> {
    try {
      await nodes.send('positions', messagesOf(positions));
      isFailing = false;
    } catch (error) {
      if (!isFailing) log.warn({ err: error }, 'positions do not reach the other nodes');
      isFailing = true;
    }
  }

  const timer = setInterval(() => {
    if (underWay !== null) return;
    const positions = hub.takeUntold();
    if (positions.length === 0) return;
    underWay = send(positions).finally(() => {
      underWay = null;
    });
  }, TICK_MS);
  const stopReceiving = nodes.receive('positions', (message) => {
    const positions = positionsIn(message);
    if (positions === null) log.warn('a message that holds no positions came from another node');
    else hub.takeIn(positions);
  });
  const stopCatchingUp = nodes.onMissed(() => {
    readSaved().then(
      (saved) => hub.takeIn(saved),
      (error: unknown) => log.warn({ err: error }, 'missed positions could not be read'),
    );
  });
  return async () => {
    clearInterval(timer);
    stopReceiving();
    stopCatchingUp();
    await underWay;
  };
}

/** As few messages as hold them all. */
export function messagesOf(positions: readonly PositionTuple[]): string[] {
  const messages: string[] = [];
  let texts: string[] = [];
  let bytes = BRACKETS;
  for (const position of positions) {
    const text = JSON.stringify(position);
    const size = Buffer.byteLength(text) + COMMA;
    if (bytes + size > MAX_MESSAGE_BYTES && texts.length > 0) {
      messages.push(`[${texts.join(',')}]`);
      texts = [];
      bytes = BRACKETS;
    }
    texts.push(text);
    bytes += size;
  }
  if (texts.length > 0) messages.push(`[${texts.join(',')}]`);
  return messages;
}

const BRACKETS = 2;
const COMMA = 1;

function positionsIn(message: string): PositionTuple[] | null {
  try {
    return messageSchema.parse(JSON.parse(message));
  } catch {
    return null;
  }
}
