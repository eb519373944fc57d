/** A set-up step that cannot go on, with what the reader can do about it. */
export class SetupError extends Error {
  /**
   * @param {string} message what went wrong
   * @param {string} remedy what to do, one or more full lines
   */
  constructor(message, remedy) {
    super(message);
    this.name = 'SetupError';
    this.remedy = remedy;
  }
}

/**
 * Run one step and print one line for it, with the seconds it took.
 * @param {(line: string) => void} print
 * @param {() => Promise<string>} step answers what is true now, e.g. "dependencies up to date"
 */
export async function reportStep(print, step) {
  const startedAt = performance.now();
  const outcome = await step();
  print(`✓ ${outcome} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
}
