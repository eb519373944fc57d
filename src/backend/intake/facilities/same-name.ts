import { distance } from 'fastest-levenshtein';

/** Two names of one thing differ by less than a quarter of their letters. */
const LEAST_LIKENESS = 0.75;

const ABBREVIATIONS: Readonly<Record<string, string>> = {
  pkm: 'puskesmas',
  rs: 'rumah sakit',
  rsu: 'rumah sakit umum',
  rsud: 'rumah sakit umum daerah',
  jl: 'jalan',
  jln: 'jalan',
  kel: 'kelurahan',
  kec: 'kecamatan',
  no: 'nomor',
  sdn: 'sd negeri',
  smpn: 'smp negeri',
  sman: 'sma negeri',
  pelab: 'pelabuhan',
};

/**
 * Whether two names may be those of one place: alike but for spelling, spaces and abbreviations, or the one
 * being the other with words added. Numbers must agree: hydrants 12 and 13 are two.
 */
export function isSameName(a: string, b: string): boolean {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  if (numbersIn(left) !== numbersIn(right)) return false;
  const [shorter, longer] = left.length <= right.length ? [left, right] : [right, left];
  if (shorter.length > 1 && shorter.every((word) => longer.includes(word))) return true;
  // "SD Merak" and "SMP Merak" are nearly the same letters.
  if (shortWordsIn(left) !== shortWordsIn(right)) return false;
  const [joined, other] = [left.join(''), right.join('')];
  const longest = Math.max(joined.length, other.length);
  return longest > 0 && 1 - distance(joined, other) / longest >= LEAST_LIKENESS;
}

/** Abbreviations are written out, leading zeros do not count. */
function wordsOf(name: string): string[] {
  return (name.toLowerCase().match(/\p{L}+|\p{N}+/gu) ?? []).flatMap((word) =>
    (ABBREVIATIONS[word] ?? word.replace(/^0+(?=\d)/, '')).split(' '),
  );
}

const shortWordsIn = (words: readonly string[]): string =>
  words.filter((word) => /^\p{L}{1,3}$/u.test(word)).join(' ');

const numbersIn = (words: readonly string[]): string =>
  words.filter((word) => /\p{N}/u.test(word)).join(' ');
