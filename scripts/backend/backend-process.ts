import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** How the backend is started: what Node is given before the environment speaks. */
export type Entry = readonly [file: string, ...nodeArgs: string[]];

export interface BackendProcess {
  /** The same after each start. */
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  /** Undefined while it does not run. */
  pid(): number | undefined;
  /** Start, or start again on the same data. Resolves when it may be sent somebody. @throws Error when that takes too long */
  start(): Promise<void>;
  /** Whether it says so itself, now. */
  isReady(): Promise<boolean>;
  /** Tell a preloaded script something. */
  tell(message: object | string): void;
  /** Resolves when it has ended. */
  stop(signal: NodeJS.Signals): Promise<void>;
}

interface Options {
  entry: Entry;
  dataDir: string;
  /** Null: the embedded engine. */
  databaseUrl: string | null;
  env?: Record<string, string>;
  /** What it says is appended here. */
  outputFile: string;
  /** It ended without having been asked to, after it had been ready. */
  onDeath?: (how: string) => void;
  /** A preloaded script said something. */
  onMessage?: (message: unknown) => void;
}

/** A first start of the demo city writes days of history. */
const START_LIMIT_MS = 240_000;
const READY_POLL_MS = 25;
const PROBE_LIMIT_MS = 3_000;

/** The real backend under plain Node, as its own process, on a port that stays the same. */
export async function createBackendProcess(options: Options): Promise<BackendProcess> {
  const { entry, dataDir, databaseUrl, env, outputFile, onDeath, onMessage } = options;
  const port = await freePort();
  const url = `http://127.0.0.1:${String(port)}`;
  mkdirSync(dataDir, { recursive: true });
  let child: ChildProcess | null = null;

  const isReady = async (): Promise<boolean> => {
    try {
      const signal = AbortSignal.timeout(PROBE_LIMIT_MS);
      const reply = await fetch(`${url}/health/ready`, { signal });
      await reply.arrayBuffer();
      return reply.ok;
    } catch {
      return false;
    }
  };

  return {
    url,
    port,
    dataDir,
    pid: () => child?.pid,
    isReady,
    async start() {
      const output = openSync(outputFile, 'a');
      const [file, ...nodeArgs] = entry;
      const started = spawn(process.execPath, [...nodeArgs, file], {
        env: {
          ...process.env,
          CC_DATA_DIR: dataDir,
          CC_PORT: String(port),
          CC_PROFILE: 'empty',
          ...(databaseUrl !== null && { CC_DATABASE_URL: databaseUrl }),
          ...env,
        },
        stdio: ['ignore', output, output, 'ipc'],
      });
      child = started;
      let isUp = false;
      if (onMessage !== undefined) started.on('message', onMessage);
      started.once('exit', (code, signal) => {
        // Whoever ends it says so first, by letting go of it.
        if (child !== started) return;
        child = null;
        if (isUp) onDeath?.(signal ?? `exit code ${String(code)}`);
      });
      const startMs = performance.now();
      while (!(await isReady())) {
        if (child !== started) throw new Error(`the backend ended at its start; see ${outputFile}`);
        if (performance.now() - startMs > START_LIMIT_MS)
          throw new Error(`the backend is not ready in time; see ${outputFile}`);
        await delay(READY_POLL_MS);
      }
      isUp = true;
    },
    tell(message) {
      child?.send(message);
    },
    async stop(signal) {
      const ending = child;
      child = null;
      if (ending === null || ending.exitCode !== null || ending.signalCode !== null) return;
      const exit = once(ending, 'exit');
      ending.kill(signal);
      await exit;
    },
  };
}

/** The build of this repository. */
export function builtBackend(root: string): Entry {
  return [join(root, 'out', 'backend', 'serve.js')];
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}
