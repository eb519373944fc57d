import { type BackendState, backendStateSchema } from '@shared/ipc/bridge';
import { EXIT_CONFIG } from '@shared/ipc/exit-codes';
import { type UtilityProcess, utilityProcess } from 'electron';

import { watchHealth } from './backend-health';
import { failuresAfterExit, restartDelayMs } from './restart-policy';

const STOP_GRACE_MS = 5_000;

export interface BackendProcess {
  state(): BackendState;
  /** @returns the unsubscribe */
  onChanged(listener: (state: BackendState) => void): () => void;
  /** Ask it to finish, and end it if it has not within five seconds. */
  stop(): Promise<void>;
}

interface Options {
  modulePath: string;
  env: NodeJS.ProcessEnv;
  log: (text: string) => void;
}

const LAUNCHING: BackendState = { kind: 'starting', phase: 'launching', progress: null };

/** Run the backend as a utility process, and start it again with back-off whenever it ends or hangs. */
export function startBackendProcess({ modulePath, env, log }: Options): BackendProcess {
  const listeners = new Set<(state: BackendState) => void>();
  let state: BackendState = LAUNCHING;
  let child: UtilityProcess | null = null;
  let failures = 0;
  let isStopping = false;
  let retry: NodeJS.Timeout | undefined;

  function publish(next: BackendState): void {
    state = next;
    for (const listener of listeners) listener(next);
  }

  function launch(): void {
    publish(LAUNCHING);
    const startedMs = performance.now();
    const current = utilityProcess.fork(modulePath, [], {
      env: definedOnly(env),
      stdio: 'pipe',
      serviceName: 'Pusat Komando 112 backend',
    });
    child = current;
    current.stdout?.on('data', (chunk: Buffer) => log(chunk.toString()));
    current.stderr?.on('data', (chunk: Buffer) => log(chunk.toString()));
    const health = watchHealth({
      onHung: () => {
        log('backend does not answer; ending it\n');
        current.kill();
      },
    });
    current.on('message', (message: unknown) => {
      const parsed = backendStateSchema.safeParse(message);
      if (!parsed.success) return;
      publish(parsed.data);
      if (parsed.data.kind === 'ready') health.follow(parsed.data.url);
    });
    current.on('exit', (code) => {
      health.stop();
      child = null;
      log(`backend ended with code ${String(code)}\n`);
      if (!isStopping) recover(code, performance.now() - startedMs);
    });
  }

  function recover(code: number, ranForMs: number): void {
    const reason =
      state.kind === 'failed' ? state.reason : `backend ended with code ${String(code)}`;
    if (code === EXIT_CONFIG) {
      publish({ kind: 'failed', reason, retryAtMs: null });
      return;
    }
    failures = failuresAfterExit(failures, ranForMs);
    const delayMs = restartDelayMs(failures);
    publish({ kind: 'failed', reason, retryAtMs: Date.now() + delayMs });
    retry = setTimeout(launch, delayMs);
  }

  launch();

  return {
    state: () => state,
    onChanged(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async stop() {
      isStopping = true;
      clearTimeout(retry);
      const current = child;
      if (current === null) return;
      await new Promise<void>((resolve) => {
        const force = setTimeout(() => current.kill(), STOP_GRACE_MS);
        current.once('exit', () => {
          clearTimeout(force);
          resolve();
        });
        current.postMessage('stop');
      });
    },
  };
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
