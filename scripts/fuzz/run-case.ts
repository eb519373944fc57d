import { type Answer, readAnswer } from './answer';
import { composeRequest } from './compose-request';
import { composeSocket } from './compose-socket';
import type { Case } from './draw-cases';
import { type Exchange, exchange, loopbackAddress } from './exchange';
import type { Pool } from './fill-marks';
import { lengthMark } from './length-mark';

/** No answer here takes longer, on a busy machine either. */
const LIMIT_MS = 10_000;
const SOCKET_PAUSE_MS = 60;

export interface Ran {
  sent: Buffer[];
  exchange: Exchange;
  answer: Answer;
}

/** Send one case from an address of its own. */
export async function runCase(drawn: Case, index: number, port: number, pool: Pool): Promise<Ran> {
  const sent = bytesOf(drawn, pool);
  const ran = await exchange({
    port,
    parts: sent,
    localAddress: loopbackAddress(index + 2),
    hangsUp: isIncomplete(drawn),
    // A socket of the stream stays open; every other connection has an end.
    pauseMs: drawn.kind === 'socket' ? SOCKET_PAUSE_MS : null,
    limitMs: LIMIT_MS,
  });
  return { sent, exchange: ran, answer: readAnswer(ran.text) };
}

function bytesOf(drawn: Case, pool: Pool): Buffer[] {
  switch (drawn.kind) {
    case 'http':
      return [composeRequest(drawn, pool)];
    case 'socket':
      return composeSocket(drawn, pool);
    case 'tcp':
      return drawn.parts.map((part) => Buffer.from(part, 'latin1'));
  }
}

/** The server would wait for the rest, as it must, for as long as its time-outs say. */
function isIncomplete(drawn: Case): boolean {
  if (drawn.kind !== 'http') return drawn.kind === 'tcp';
  const lengths = drawn.headers.filter(([name]) => name === 'content-length');
  return (
    drawn.cutAt !== null || drawn.isChunked || lengths.some(([, value]) => value !== lengthMark(0))
  );
}
