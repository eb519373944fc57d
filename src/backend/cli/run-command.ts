import { UsageError } from '../intake/usage-error';
import { StartError } from '../start-error';

const EXIT_USAGE = 2;
const EXIT_FAILED = 1;

/** Run a command to its end; what a person can set right is told without a stack. */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    const isTheirs = error instanceof UsageError || error instanceof StartError;
    process.stderr.write(`${isTheirs ? error.message : describeFault(error)}\n`);
    process.exitCode = error instanceof UsageError ? EXIT_USAGE : EXIT_FAILED;
  }
}

function describeFault(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
