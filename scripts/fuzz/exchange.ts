import { connect } from 'node:net';

/** What came back over one connection. */
export interface Exchange {
  /** All bytes, as latin1. */
  text: string;
  /**
   * How it ended: the server closed, the connection broke, the server had said what it had to say (only where
   * that is asked for), or nothing ended it in time.
   */
  end: 'closed' | 'broken' | 'quiet' | 'silent';
  elapsedMs: number;
}

interface Options {
  port: number;
  /** Sent at once, one after another. */
  parts: readonly Buffer[];
  /** Address of this end: each case is one sender of its own to the server's limits. */
  localAddress: string | undefined;
  /** Say that nothing more comes, once all is sent. */
  hangsUp: boolean;
  /** End it after so long a pause in what the server says; null: wait for the server to close. */
  pauseMs: number | null;
  /** Without an end for this long, it is one of ours. */
  limitMs: number;
}

/** Send bytes over a connection of its own and wait for its end. */
export function exchange({
  port,
  parts,
  localAddress,
  hangsUp,
  pauseMs,
  limitMs,
}: Options): Promise<Exchange> {
  return new Promise((resolve) => {
    const startMs = performance.now();
    const chunks: Buffer[] = [];
    const socket = connect({
      port,
      host: '127.0.0.1',
      ...(localAddress !== undefined && { localAddress }),
    });
    const finish = (end: Exchange['end']) => {
      clearTimeout(limit);
      clearTimeout(pause);
      socket.destroy();
      const text = Buffer.concat(chunks).toString('latin1');
      resolve({ text, end, elapsedMs: performance.now() - startMs });
    };
    const limit = setTimeout(() => finish('silent'), limitMs);
    let pause: NodeJS.Timeout | undefined;
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      if (pauseMs === null) return;
      clearTimeout(pause);
      pause = setTimeout(() => finish('quiet'), pauseMs);
    });
    socket.once('connect', () => {
      for (const part of parts) socket.write(part);
      if (hangsUp) socket.end();
    });
    socket.once('close', () => finish('closed'));
    // What the server had said before it broke off has arrived already.
    socket.once('error', () => finish('broken'));
  });
}

/** Linux owns all of 127/8, so that every case can come from an address of its own. */
export function loopbackAddress(number: number): string | undefined {
  if (process.platform !== 'linux') return undefined;
  return `127.${(number >> 16) & 0x7f}.${(number >> 8) & 0xff}.${number & 0xff || 1}`;
}
