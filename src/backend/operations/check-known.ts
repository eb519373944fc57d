import { AppError } from '../errors';

/** Up to this many, all known codes are named; of more, the nearest. */
const NAMED_AT_MOST = 20;
const NEAREST = 5;

/**
 * @param what e.g. `categoryCode`: the field, named in the refusal
 * @throws AppError validation_failed naming the known codes, or the nearest of many
 */
export function requireKnown<T>(
  what: string,
  code: string,
  known: readonly T[],
  codeOf: (item: T) => string,
): T {
  const found = known.find((item) => codeOf(item) === code);
  if (found !== undefined) return found;
  throw unknownCode(what, code, known.map(codeOf));
}

export function unknownCode(what: string, code: string, known: readonly string[]): AppError {
  const areMany = known.length > NAMED_AT_MOST;
  const named = areMany ? nearest(code, known) : known;
  const introduction = areMany ? 'Nearest are' : 'Known are';
  return new AppError(
    'validation_failed',
    `Unknown ${what} ${code}. ${introduction} ${named.join(', ')}.`,
    {
      field: what,
      value: code,
      known: named,
    },
  );
}

function nearest(code: string, known: readonly string[]): string[] {
  const wanted = code.toUpperCase();
  return known
    .map((candidate) => ({ candidate, distance: editDistance(wanted, candidate.toUpperCase()) }))
    .sort((a, b) => a.distance - b.distance || a.candidate.localeCompare(b.candidate))
    .slice(0, NEAREST)
    .map(({ candidate }) => candidate);
}

/** Levenshtein: single-character insertions, deletions and replacements between two words. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
