import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

import { Server } from 'socket.io';

import { startStreamServer, TOKEN } from '../../../tests/integration/stream/stream-server';
import { tellParent } from '../stream/messages';
import { type EmitOrder, type EmitReport, emitOrderSchema } from './messages';
import { dispatchBatch } from './payload';
import { createScriptedSource } from './scripted-source';

/** How long what was emitted may still be on its way out of the process; its cost counts. */
const DRAIN_MS = 500;

/** One server under measurement, by its side: the product's publisher and gateway, or Socket.IO and no more. */
async function main(side: string | undefined): Promise<void> {
  const { url, emitBatch } = await (side === 'ours' ? startOurs() : startBare());
  process.on('message', (message) => {
    void emitFor(emitOrderSchema.parse(message), emitBatch).then(tellParent);
  });
  process.once('disconnect', () => process.exit());
  tellParent({ url, token: TOKEN });
}

interface Emitter {
  url: string;
  emitBatch: () => void;
}

async function startOurs(): Promise<Emitter> {
  const source = createScriptedSource();
  const { url } = await startStreamServer(source);
  return { url, emitBatch: () => source.commitDispatch() };
}

/** The same bytes to everybody, by the same library with the same options. */
async function startBare(): Promise<Emitter> {
  const server = createServer();
  const io = new Server(server, {
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    pingInterval: 10_000,
    pingTimeout: 10_000,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  let seq = 0;
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    emitBatch() {
      const changes = dispatchBatch(seq + 1, new Date().toISOString());
      seq += changes.length;
      io.emit('changes', { changes, headSeq: seq });
    },
  };
}

async function emitFor(
  { batchesPerSecond, seconds }: EmitOrder,
  emitBatch: () => void,
): Promise<EmitReport> {
  const before = process.cpuUsage();
  const startMs = performance.now();
  const wanted = Math.round(batchesPerSecond * seconds);
  let batches = 0;
  while (batches < wanted) {
    // One a turn: two commits that wait together would be one batch to us, and two to the other.
    emitBatch();
    batches += 1;
    // Counted from the start, so that a late turn of the loop catches up.
    const nextMs = startMs + (batches / batchesPerSecond) * 1_000;
    await delay(Math.max(1, nextMs - performance.now()));
  }
  await delay(DRAIN_MS);
  const { user, system } = process.cpuUsage(before);
  return { batches, cpuMs: (user + system) / 1_000 };
}

await main(process.argv[2]);
