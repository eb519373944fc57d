/** The process ends with this code when only a person can mend the cause: starting again changes nothing. */
export const EXIT_CONFIG = 78;
export const EXIT_FAULT = 1;

/** A start that cannot succeed as asked. The message says what is wrong and what to do; no stack is shown. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
