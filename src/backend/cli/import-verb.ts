import type { Clock } from '../clock';

export interface VerbContext {
  clock: Clock;
  /** Holds `resources/` and `out/`. */
  appRoot: string;
}

/** One kind of thing that `npm run import` takes in. */
export interface ImportVerb {
  /** How to call it and what its options mean, without "Usage:". */
  usage: string;
  /** @param args what follows the verb; the last line it prints on standard output is its report, as JSON */
  run(args: readonly string[], context: VerbContext): Promise<void>;
}
