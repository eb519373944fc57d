import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { z } from 'zod';

export interface DemoBackend {
  url: string;
  /** For other systems. */
  token: string;
  stop(): Promise<void>;
}

const START_LIMIT_MS = 120_000;

/** The built backend as a process of its own, with the simulated city at `rate` times the speed of life. */
export async function startDemoBackend(dataDir: string, rate: number): Promise<DemoBackend> {
  const { DATABASE_URL: _, CC_DATABASE_URL: __, ...env } = process.env;
  const child = spawn(process.execPath, [join('out', 'backend', 'serve.js')], {
    env: {
      ...env,
      CC_DATA_DIR: dataDir,
      CC_PORT: '0',
      CC_PROFILE: 'demo',
      CC_RATE: String(rate),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const url = await addressOf(child);
    const tokens: unknown = JSON.parse(await readFile(join(dataDir, 'access-tokens.json'), 'utf8'));
    const { integration } = z.object({ integration: z.string() }).parse(tokens);
    return { url, token: integration, stop: () => end(child) };
  } catch (error) {
    await end(child);
    throw error;
  }
}

/** The address in the line that a person would read. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the backend did not start')), START_LIMIT_MS);
    child.once('exit', (code) => reject(new Error(`the backend ended (${String(code)})`)));
    if (child.stdout === null) return;
    createInterface(child.stdout).on('line', (line) => {
      const url = /^Pusat Komando 112 — (?<url>https?:\/\/[^/]+)/.exec(line)?.groups?.['url'];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve(url);
    });
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}
