import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { z } from 'zod';

const START_LIMIT_MS = 90_000;
const STOP_LIMIT_MS = 10_000;
const LINES_KEPT = 40;
const root = fileURLToPath(new URL('../..', import.meta.url));

/** The backend under test: a process of its own on a throwaway data directory, reached over loopback. */
export interface Target {
  url: string;
  port: number;
  dataDir: string;
  /** The repository, whose paths are nobody's business either. */
  root: string;
  pid: number;
  /** How it ended, which it should not; null while it runs. */
  ended(): string | null;
  /** What it logged last. */
  lastLines(): string[];
  /** Texts of 20 characters and more in its files of tokens and keys, by file and place. */
  secrets(): Record<string, string>;
  stop(): Promise<void>;
}

/** @throws Error with its last words when it does not come up */
export async function startTarget(profile: 'empty' | 'demo'): Promise<Target> {
  const dataDir = mkdtempSync(join(tmpdir(), 'cc-fuzz-'));
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(root, 'src', 'backend', 'cli', 'serve.ts')],
    { cwd: root, env: targetEnv(dataDir, profile), stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const lines: string[] = [];
  let endedAs: string | null = null;
  child.once('exit', (code, signal) => {
    endedAs = `ended with ${signal ?? `code ${String(code)}`}`;
  });
  const url = await untilListening(child, lines);
  return {
    url,
    port: Number(new URL(url).port),
    dataDir,
    root,
    pid: child.pid ?? 0,
    ended: () => endedAs,
    lastLines: () => [...lines],
    secrets: () => secretsIn(dataDir),
    async stop() {
      if (endedAs === null) await end(child);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Only what it needs: nothing of whoever runs the fuzz shall decide how it goes. */
function targetEnv(dataDir: string, profile: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    CC_DATA_DIR: dataDir,
    CC_PROFILE: profile,
    CC_PORT: '0',
    CC_LOG: 'info',
    // Every case comes from loopback, where this would hand out a token by design.
    CC_LOCAL_SESSION: 'off',
    // No limit that counts senders may hide what comes after it.
    CC_MAX_SOCKETS_PER_ADDRESS: '2000',
  };
}

const listeningSchema = z.object({ msg: z.literal('listening'), url: z.url() });

function untilListening(child: ChildProcess, lines: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      clearTimeout(limit);
      child.kill('SIGKILL');
      reject(new Error(`the backend did not start: ${why}\n${lines.join('\n')}`));
    };
    const limit = setTimeout(() => fail('it took too long'), START_LIMIT_MS);
    const onExit = (code: number | null) => fail(`code ${String(code)}`);
    child.once('exit', onExit);
    if (child.stderr === null) throw new Error('the backend was started without a pipe');
    createInterface({ input: child.stderr }).on('line', (line) => {
      lines.push(line);
      if (lines.length > LINES_KEPT) lines.shift();
      const listening = listeningSchema.safeParse(jsonOf(line));
      if (!listening.success) return;
      clearTimeout(limit);
      child.off('exit', onExit);
      resolve(listening.data.url);
    });
  });
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
    child.once('exit', () => {
      clearTimeout(force);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

function secretsIn(dataDir: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of ['access-tokens.json', 'keys.json']) {
    const file = join(dataDir, name);
    if (existsSync(file)) collect(jsonOf(readFileSync(file, 'utf8')), name, found);
  }
  return found;
}

function collect(value: unknown, place: string, found: Record<string, string>): void {
  if (typeof value === 'string' && value.length >= 20) found[place] = value;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) collect(item, `${place}.${key}`, found);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
