export interface Teardown {
  /** To be undone at the end, before everything that was added earlier. */
  add(undo: () => unknown): void;
  /** Undo all, latest first, each even if another failed; a second call waits for the first. */
  run(): Promise<void>;
}

/** @param onError hears of what could not be undone */
export function createTeardown(onError: (error: unknown) => void): Teardown {
  const undos: (() => unknown)[] = [];
  let running: Promise<void> | null = null;

  async function undoAll(): Promise<void> {
    for (let undo = undos.pop(); undo !== undefined; undo = undos.pop()) {
      try {
        await undo();
      } catch (error) {
        onError(error);
      }
    }
  }

  return {
    add: (undo) => void undos.push(undo),
    run: () => (running ??= undoAll()),
  };
}
