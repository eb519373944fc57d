import { StartError } from '../start-error';

/** One thing wrong in a city pack. */
export interface CityPackProblem {
  /** Name of the file in the pack. */
  file: string;
  /** Where in it, like `[3].kecamatanCode`; empty for the file as a whole. */
  path: string;
  reason: string;
}

const MAX_LISTED = 40;

/** A city pack that cannot be used. `problems` has all of them, the message the first forty and what to do. */
export class CityPackError extends StartError {
  readonly directory: string;
  readonly problems: readonly CityPackProblem[];

  constructor(directory: string, problems: readonly CityPackProblem[]) {
    super(describe(directory, problems));
    this.directory = directory;
    this.problems = problems;
  }
}

function describe(directory: string, problems: readonly CityPackProblem[]): string {
  const unlisted = problems.length - MAX_LISTED;
  return [
    `The city pack ${directory} cannot be used (${problems.length === 1 ? '1 problem' : `${problems.length} problems`}):`,
    ...problems
      .slice(0, MAX_LISTED)
      .map(({ file, path, reason }) => `  ${file}${path && ` at ${path}`}: ${reason}`),
    ...(unlisted > 0 ? [`  … and ${unlisted} more`] : []),
    'Correct these files and start again, or name another pack with --city DIR.',
  ].join('\n');
}
