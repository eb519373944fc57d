import type { CityPackProblem } from './city-pack-error';

/** A code that the file it should be listed in does not have. */
export function unknown(
  file: string,
  path: string,
  code: string,
  known: ReadonlySet<string>,
  knownFile: string,
): CityPackProblem[] {
  return known.has(code) ? [] : [{ file, path, reason: `${code} is not in ${knownFile}` }];
}

/**
 * Every value met a second time.
 * @param list path of the list inside the file; empty when the file is the list
 */
export function repeats(
  file: string,
  field: string,
  values: readonly string[],
  list = '',
): CityPackProblem[] {
  return values.flatMap((value, index) =>
    values.indexOf(value) < index
      ? [{ file, path: `${list}[${index}].${field}`, reason: `${value} occurs twice` }]
      : [],
  );
}
