import type { BackendState } from '@shared/ipc/bridge';

import { systemClock } from './clock';
import { type Config, readConfig, thisMachine } from './config';
import { createLog, type Log, type LogLevel } from './log';
import { readVersion } from './read-version';
import { findAppRoot } from './resources-root';
import { type RunningBackend, startBackend } from './start-backend';
import { EXIT_FAULT, StartError } from './start-error';

/** A process that does not end in order within this time is ended. */
const STOP_LIMIT_MS = 4_500;
const LAST_WORDS_MS = 50;

export interface ProcessHooks {
  /** Where the log goes: standard output (1) or error (2). */
  logDescriptor: 1 | 2;
  defaultLogLevel: LogLevel;
  report: (state: BackendState) => void;
  say: (line: string) => void;
  onReady: (backend: RunningBackend, config: Config) => void;
  /** For a cause that only a person can mend. */
  startErrorExitCode: number;
  /** Told before the process ends because of it. */
  onFatal: (message: string) => void;
}

/**
 * Run the backend as this process, to its end: signals close it in order, and what it cannot go on with is
 * said in one line. A cause that only a person can mend is shown without a stack.
 * @returns a function that asks it to stop
 */
export function runBackendProcess(hooks: ProcessHooks): () => void {
  let log: Log | null = null;
  let backend: RunningBackend | null = null;
  let isStopping = false;

  async function run(): Promise<void> {
    const appRoot = findAppRoot(import.meta.url);
    const config = readConfig(process.env, thisMachine(appRoot));
    log = createLog(config.logLevel ?? hooks.defaultLogLevel, hooks.logDescriptor);
    backend = await startBackend({
      config,
      appRoot,
      version: readVersion(appRoot),
      clock: systemClock,
      log,
      report: hooks.report,
      say: hooks.say,
    });
    if (isStopping) await end(0);
    else hooks.onReady(backend, config);
  }

  function fail(error: unknown): void {
    const isForPeople = error instanceof StartError;
    const message = error instanceof Error ? error.message : String(error);
    if (!isForPeople) log?.fatal({ err: error }, 'the backend cannot go on');
    hooks.onFatal(message);
    void end(isForPeople ? hooks.startErrorExitCode : EXIT_FAULT);
  }

  async function end(exitCode: number): Promise<void> {
    setTimeout(() => process.exit(exitCode), STOP_LIMIT_MS).unref();
    await backend?.close();
    // Exiting drops what was just posted to the parent process; a moment lets it leave.
    setTimeout(() => process.exit(exitCode), LAST_WORDS_MS);
  }

  function stop(): void {
    if (isStopping) return;
    isStopping = true;
    // Before it has started there is nothing to lose: the store survives being cut off at any moment.
    if (backend === null) setTimeout(() => process.exit(0), STOP_LIMIT_MS).unref();
    else void end(0);
  }

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  run().catch(fail);
  return stop;
}
