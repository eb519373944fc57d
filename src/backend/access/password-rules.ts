import { AppError } from '../errors';

const MIN_LENGTH = 12;
const MIN_DIFFERENT_SIGNS = 5;
/** What has to be left of a password when everything that is easily guessed is taken out of it. */
const MIN_OWN_SIGNS = 8;
const MIN_WORD_LENGTH = 3;

/** Words that anybody would try first on this server: the account's and the city's own. */
const SERVICE_WORDS = ['112', 'darurat', 'pusat', 'komando', 'kota', 'password', 'sandi', 'admin'];

export type PasswordFault = 'too_short' | 'too_simple' | 'common' | 'derived';

/**
 * What is wrong with a password, or null. By length and by what attackers try first, not by kinds of signs
 * (NIST SP 800-63B, 5.1.1.2).
 * @param words of the account and the city: its name, the person's name
 */
export async function findPasswordFault(
  password: string,
  words: readonly string[],
): Promise<PasswordFault | null> {
  const text = password.normalize('NFKC').toLowerCase();
  if (Array.from(text).length < MIN_LENGTH) return 'too_short';
  if (new Set(text).size < MIN_DIFFERENT_SIGNS || isRun(text)) return 'too_simple';
  if (isDerived(text, [...words, ...SERVICE_WORDS])) return 'derived';
  // Some hundred kilobytes that are needed only here.
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  const common = new Set(dictionary['passwords-common']);
  return candidatesOf(text).some((candidate) => common.has(candidate)) ? 'common' : null;
}

/** @throws AppError validation_failed saying what to do */
export async function requireGoodPassword(
  password: string,
  words: readonly string[],
): Promise<void> {
  const fault = await findPasswordFault(password, words);
  if (fault !== null)
    throw new AppError('validation_failed', REMEDIES[fault], { field: 'password', fault });
}

const REMEDIES = {
  too_short: `A password has at least ${MIN_LENGTH} signs. Several words that only you put together are easy to remember.`,
  too_simple: 'A password does not repeat a few signs, nor run along the alphabet or the keyboard.',
  common: 'This is one of the passwords that are tried first. Choose one that nobody else has.',
  derived:
    'A password is not made of your name, the city or 112. Choose words that nobody connects with you.',
} as const satisfies Record<PasswordFault, string>;

/** `123456789012`, `zyxwvutsrqpo`, `135791357913`: every step is the same, over the end of the digits too. */
function isRun(text: string): boolean {
  const signs = Array.from(text, (sign) => sign.codePointAt(0) ?? 0);
  const steps = signs.slice(1).map((code, index) => (code - (signs[index] ?? 0) + 10) % 10);
  return new Set(steps).size === 1;
}

function isDerived(text: string, words: readonly string[]): boolean {
  const parts = words
    .flatMap((word) => word.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length >= MIN_WORD_LENGTH)
    .sort((a, b) => b.length - a.length);
  let rest = text;
  for (const part of parts) rest = rest.replaceAll(part, ' ');
  const isTouched = rest !== text;
  return isTouched && rest.replaceAll(/[^\p{L}\p{N}]/gu, '').length < MIN_OWN_SIGNS;
}

/** The password; without the digits and signs around it; and what it only repeats. */
function candidatesOf(text: string): string[] {
  const core = text.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return [text, core].flatMap((one) => [one, unitOf(one)]).filter((one) => one !== '');
}

function unitOf(text: string): string {
  for (let length = 1; length <= text.length / 2; length += 1) {
    const unit = text.slice(0, length);
    if (text.length % length === 0 && unit.repeat(text.length / length) === text) return unit;
  }
  return text;
}
