import type { BackendState } from '@shared/ipc/bridge';
import { EXIT_CONFIG } from '@shared/ipc/exit-codes';

import { runBackendProcess } from './run-process';

/** The part of Electron's `process.parentPort` used here; Electron itself is never imported. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}

const parentPort = (process as { parentPort?: ParentPort }).parentPort;
const report = (state: BackendState) => parentPort?.postMessage(state);

// The entry for Electron's main process, which forks this file and follows the states it posts.
const stop = runBackendProcess({
  logDescriptor: 1,
  defaultLogLevel: 'info',
  report,
  say: (line) => process.stdout.write(`${line}\n`),
  onReady: () => undefined,
  startErrorExitCode: EXIT_CONFIG,
  onFatal(message) {
    process.stderr.write(`${message}\n`);
    report({ kind: 'failed', reason: message, retryAtMs: null });
  },
});
parentPort?.on('message', ({ data }) => {
  if (data === 'stop') stop();
});
