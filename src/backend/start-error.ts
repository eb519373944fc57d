/** Exit code of a command that failed. */
export const EXIT_FAULT = 1;

/** A start that cannot succeed as asked. The message says what is wrong and what to do; no stack is shown. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
