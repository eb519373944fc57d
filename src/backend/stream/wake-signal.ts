export interface WakeSignal {
  /** End the wait under way, or, when there is none, the next one at once. */
  wake(): void;
  /** Resolves on `wake` or after the time-out, whichever is first. One waiter at a time. */
  wait(timeoutMs: number): Promise<void>;
}

export function createWakeSignal(): WakeSignal {
  let isWoken = false;
  let endWait: (() => void) | null = null;
  return {
    wake() {
      isWoken = true;
      endWait?.();
    },
    async wait(timeoutMs) {
      if (!isWoken) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, timeoutMs);
          endWait = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        endWait = null;
      }
      isWoken = false;
    },
  };
}
