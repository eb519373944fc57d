import { PROTOCOL_VERSION } from '@shared/protocol/version';
import { WebSocket } from 'ws';

import { tellParent, wallMs } from '../stream/messages';
import { clientOrderSchema, type Deliveries, type Side } from './messages';

/** Handshakes under way at once: a server takes only so many strangers. */
const CONNECTING_AT_ONCE = 25;
const CHANGES = '42["changes",';
const RECORDED_AT = '"recordedAt":"';
const INSTANT_LENGTH = '2026-01-01T00:00:00.000Z'.length;

interface Tally {
  batches: number;
  bytes: number;
  lastMs: number;
  latencies: Map<number, number>;
}
const newTally = (): Tally => ({ batches: 0, bytes: 0, lastMs: 0, latencies: new Map() });
const tallies: Record<Side, Tally> = { ours: newTally(), bare: newTally() };

/**
 * Many sockets that only count: of a message they read its kind and when its first change was recorded. The
 * Socket.IO protocol is spoken by hand, because its client would cost more than the server under measurement.
 */
function follow(side: Side, url: string, token: string): Promise<void> {
  const socket = new WebSocket(
    `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`,
    {
      perMessageDeflate: false,
    },
  );
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('close', (code) => {
      reject(new Error(`${side} ended a connection (${String(code)})`));
    });
    socket.on('message', (data) => {
      const text = (data as Buffer).toString('latin1');
      if (text.startsWith('0')) {
        socket.send(
          `40${JSON.stringify({ token, protocolVersion: PROTOCOL_VERSION, resume: null })}`,
        );
      } else if (text === '2') {
        socket.send('3');
      } else if (text.startsWith('44')) {
        reject(new Error(`${side} refused a connection: ${text}`));
      } else if (text.startsWith('40')) {
        resolve();
      } else if (text.startsWith(CHANGES)) {
        count(tallies[side], text);
      }
    });
  });
}

function count(tally: Tally, text: string): void {
  const at = text.indexOf(RECORDED_AT);
  // An empty batch ends a resume; it is not of the load.
  if (at < 0) return;
  const start = at + RECORDED_AT.length;
  const nowMs = wallMs();
  const latencyMs = Math.round(nowMs - Date.parse(text.slice(start, start + INSTANT_LENGTH)));
  tally.batches += 1;
  tally.bytes += text.length;
  tally.lastMs = nowMs;
  tally.latencies.set(latencyMs, (tally.latencies.get(latencyMs) ?? 0) + 1);
}

function takeDeliveries(side: Side): Deliveries {
  const tally = tallies[side];
  tallies[side] = newTally();
  return { ...tally, latencies: [...tally.latencies] };
}

process.once('message', (message) => {
  const { sockets, servers } = clientOrderSchema.parse(message);
  void (async () => {
    for (const { side, url, token } of servers) {
      for (let open = 0; open < sockets; open += CONNECTING_AT_ONCE) {
        const more = Math.min(CONNECTING_AT_ONCE, sockets - open);
        await Promise.all(Array.from({ length: more }, () => follow(side, url, token)));
      }
    }
    process.on('message', (side) => {
      tellParent(takeDeliveries(side as Side));
    });
    tellParent('following');
  })().catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
process.once('disconnect', () => process.exit());
