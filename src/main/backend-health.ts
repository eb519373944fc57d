const INTERVAL_MS = 5_000;
const TIMEOUT_MS = 4_000;
const MISSES_UNTIL_HUNG = 3;

export interface HealthWatch {
  /** Begin asking the backend at this address. */
  follow(url: string): void;
  stop(): void;
}

/** Ask `/health/live` every 5 s; three misses in a row mean that the process hangs. */
export function watchHealth({ onHung }: { onHung: () => void }): HealthWatch {
  let timer: NodeJS.Timeout | undefined;
  let misses = 0;

  async function ask(url: string): Promise<void> {
    const isAlive = await fetch(new URL('/health/live', url), {
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).then(
      (reply) => reply.ok,
      () => false,
    );
    misses = isAlive ? 0 : misses + 1;
    if (misses === MISSES_UNTIL_HUNG) onHung();
  }

  return {
    follow(url) {
      clearInterval(timer);
      misses = 0;
      timer = setInterval(() => void ask(url), INTERVAL_MS);
    },
    stop() {
      clearInterval(timer);
    },
  };
}
