/** The person at the command line can set this right: the message says how. Ends with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
