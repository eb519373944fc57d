import { fork } from 'node:child_process';

/** A process of the benchmark, with the same loader as this one. */
export interface Worker {
  send(message: object | string): void;
  /** The next message it sends. @throws Error when it ends first */
  next(): Promise<unknown>;
  kill(): void;
}

/** @param path beside this file */
export function startWorker(path: string, args: string[]): Worker {
  const child = fork(new URL(path, import.meta.url), args, { stdio: 'inherit' });
  return {
    send: (message) => void child.send(message),
    next: () =>
      new Promise((resolve, reject) => {
        const onExit = (code: number | null) => {
          reject(new Error(`${path} ended with code ${String(code ?? 'none')}`));
        };
        child.once('exit', onExit);
        child.once('message', (message) => {
          child.off('exit', onExit);
          resolve(message);
        });
      }),
    kill: () => void child.kill(),
  };
}

/** Send, and take the answer. */
export async function askWorker(worker: Worker, message: object | string): Promise<unknown> {
  const answer = worker.next();
  worker.send(message);
  return answer;
}
