import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { z } from 'zod';

const eventSchema = z.discriminatedUnion('event', [
  z.object({ event: z.literal('hello') }),
  z.object({ event: z.literal('snapshot'), seq: z.number() }),
  z.object({ event: z.literal('changes'), applied: z.number(), seq: z.number() }),
  z.object({ event: z.literal('resync'), reason: z.string() }),
  z.object({ event: z.literal('refused'), code: z.string().nullable() }),
  z.object({ event: z.literal('disconnected') }),
  z.object({ event: z.literal('held'), seq: z.number() }),
  z.object({ event: z.literal('hash'), seq: z.number(), hash: z.string() }),
]);
type ClientEvent = z.infer<typeof eventSchema>;

export interface PythonClient {
  /** What it told so far. `resumes`: greetings that were answered with changes alone. */
  counts(): { changes: number; resumes: number; snapshots: number };
  seq(): number;
  /** Resolves once it holds. @throws Error naming `what` after the limit, or when the client has ended */
  until(what: string, holds: () => boolean): Promise<void>;
  /** Stop applying what arrives. */
  hold(): Promise<void>;
  /** Apply exactly up to this seq. @returns the hash of its picture there */
  advanceTo(seq: number): Promise<string>;
  stop(): Promise<void>;
}

const LIMIT_MS = 60_000;
const FOLLOW = join('scripts', 'interop', 'follow.py');

/** The client in Python, as a process of its own, following the stream at `url`. */
export function startPythonClient(python: string, url: string, token: string): PythonClient {
  const child = spawn(python, [FOLLOW, url], {
    env: { ...process.env, CC_TOKEN: token },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const counts = { changes: 0, resumes: 0, snapshots: 0 };
  let seq = 0;
  let isGreeted = false;
  let last: ClientEvent | null = null;

  function take(event: ClientEvent): void {
    last = event;
    if (event.event === 'hello') isGreeted = true;
    if (event.event === 'snapshot') counts.snapshots += 1;
    if (event.event === 'changes') {
      counts.changes += event.applied;
      if (isGreeted) counts.resumes += 1;
    }
    if (event.event === 'snapshot' || event.event === 'changes') {
      seq = event.seq;
      isGreeted = false;
    }
    if (event.event === 'resync' || event.event === 'refused')
      process.stderr.write(`${JSON.stringify(event)}\n`);
  }
  createInterface(child.stdout).on('line', (line) => {
    take(eventSchema.parse(JSON.parse(line)));
  });

  async function until(what: string, holds: () => boolean): Promise<void> {
    for (const startMs = performance.now(); !holds(); ) {
      if (performance.now() - startMs > LIMIT_MS) throw new Error(`waited in vain for ${what}`);
      if (child.exitCode !== null) throw new Error(`the client ended (${String(child.exitCode)})`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  const order = (words: string) => void child.stdin.write(`${words}\n`);

  return {
    counts: () => ({ ...counts }),
    seq: () => seq,
    until,
    async hold() {
      order('hold');
      await until('the client to hold', () => last?.event === 'held');
    },
    async advanceTo(wanted) {
      order(`advance ${String(wanted)}`);
      await until("the client's hash", () => last?.event === 'hash');
      // The wait is over only when the last event is this one.
      const { hash, seq: at } = z.object({ seq: z.number(), hash: z.string() }).parse(last);
      if (at !== wanted)
        throw new Error(`the client stands at ${String(at)}, not at ${String(wanted)}`);
      return hash;
    },
    async stop() {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.stdin.end();
      await ended;
    },
  };
}
