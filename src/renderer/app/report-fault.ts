import { bridge } from './bridge';

const MAX_MESSAGE = 2_000;
const MAX_STACK = 8_000;

/**
 * Have a fault of this window written into the application's log; in a browser, into its console.
 * @param where the panel or part that failed
 */
export function reportFault(where: string, error: unknown, componentStack?: string): void {
  const message = (error instanceof Error ? error.message : String(error)).slice(0, MAX_MESSAGE);
  const stack = [error instanceof Error ? error.stack : undefined, componentStack]
    .filter((part) => part !== undefined)
    .join('\n')
    .slice(0, MAX_STACK);
  if (bridge === undefined) {
    console.error(`${where}: ${message}\n${stack}`);
    return;
  }
  // Nothing is left to tell when even the log cannot be reached.
  void bridge.reportFault({ where, message, stack }).catch(() => undefined);
}
