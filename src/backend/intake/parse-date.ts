import type { Instant } from '@shared/domain/time';

import { type Parsed, parsed, unreadable } from './parsed';

/**
 * Read a date as a log writes it. A format is `iso`, or tokens `DD D MMMM MM M YYYY HH H mm ss` with
 * any text between them; what stands in `[…]` may be missing. `MMMM` is a month in words, Indonesian
 * or English, whole or abbreviated. A zone word after the time (`WIB`, `WITA`, `WIT`) is understood.
 * @param utcOffsetMinutes what local time means where the text names no zone
 * @returns the instant, or a reason that quotes the text
 */
export function parseDate(
  text: string,
  formats: readonly string[],
  utcOffsetMinutes: number,
): Parsed<Instant> {
  const { body, zoneMinutes } = splitZoneWord(text.trim());
  let reason = `"${text.trim()}" is not written like ${formats.join(' or ')}`;
  for (const format of formats) {
    const result =
      format === 'iso'
        ? parseIso(body, zoneMinutes ?? utcOffsetMinutes)
        : parseTokens(body, format, zoneMinutes ?? utcOffsetMinutes);
    if (result === null) continue;
    if (result.ok) return result;
    reason = result.reason;
  }
  return unreadable(reason);
}

const ZONE_MINUTES: Readonly<Record<string, number>> = { WIB: 7 * 60, WITA: 8 * 60, WIT: 9 * 60 };

function splitZoneWord(text: string): { body: string; zoneMinutes: number | null } {
  const match = /^(.*?)\s*\b(WIB|WITA|WIT)$/i.exec(text);
  const word = match?.[2]?.toUpperCase();
  if (match?.[1] === undefined || word === undefined) return { body: text, zoneMinutes: null };
  return { body: match[1], zoneMinutes: ZONE_MINUTES[word] ?? null };
}

/** First letters that are enough to know a month, in both languages; `Agt` and `Ags` are both common. */
const MONTH_PREFIXES: readonly (readonly string[])[] = [
  ['jan'],
  ['feb', 'peb'],
  ['mar'],
  ['apr'],
  ['mei', 'may'],
  ['jun'],
  ['jul'],
  ['agu', 'ags', 'agt', 'aug'],
  ['sep'],
  ['okt', 'oct'],
  ['nov', 'nop'],
  ['des', 'dec'],
];
const MONTH_NAMES: readonly (readonly string[])[] = [
  ['januari', 'january'],
  ['februari', 'pebruari', 'february'],
  ['maret', 'march'],
  ['april'],
  ['mei', 'may'],
  ['juni', 'june'],
  ['juli', 'july'],
  ['agustus', 'august'],
  ['september', 'sept'],
  ['oktober', 'october'],
  ['november', 'nopember'],
  ['desember', 'december'],
];

/** @returns 1…12, or null where the word is no month */
export function monthOf(word: string): number | null {
  const lower = word.toLowerCase().replace(/\.$/, '');
  const index = MONTH_NAMES.findIndex(
    (names, month) => names.includes(lower) || (MONTH_PREFIXES[month]?.includes(lower) ?? false),
  );
  return index === -1 ? null : index + 1;
}

const TOKEN = /YYYY|MMMM|MM|M|DD|D|HH|H|mm|ss|\[|\]|\s+|[^\s]/g;
const TOKEN_PATTERN: Readonly<Record<string, string>> = {
  YYYY: '(?<year>\\d{4})',
  MMMM: '(?<word>[A-Za-z]+\\.?)',
  MM: '(?<month>\\d{1,2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{1,2})',
  D: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{1,2})',
  H: '(?<hour>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  ss: '(?<second>\\d{2})',
  '[': '(?:',
  ']': ')?',
};
const patterns = new Map<string, RegExp>();

function patternOf(format: string): RegExp {
  const known = patterns.get(format);
  if (known) return known;
  const source = (format.match(TOKEN) ?? []).map((token) => {
    if (token.trim() === '') return '\\s+';
    return TOKEN_PATTERN[token] ?? token.replace(/[.*+?^${}()|\\/]/g, '\\$&');
  });
  const pattern = new RegExp(`^${source.join('')}$`, 'i');
  patterns.set(format, pattern);
  return pattern;
}

/** @returns null where the text has another shape than the format */
function parseTokens(text: string, format: string, offsetMinutes: number): Parsed<Instant> | null {
  const groups = patternOf(format).exec(text)?.groups;
  if (groups === undefined) return null;
  const word = groups['word'];
  const month = word === undefined ? Number(groups['month']) : monthOf(word);
  if (month === null) return unreadable(`"${word ?? ''}" is no month`);
  return instantOf(
    text,
    [groups['year'], month, groups['day'], groups['hour'], groups['minute'], groups['second']].map(
      (part) => Number(part ?? 0),
    ),
    offsetMinutes,
  );
}

function parseIso(text: string, offsetMinutes: number): Parsed<Instant> | null {
  const match =
    /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i.exec(
      text,
    );
  if (!match) return null;
  const zone = match[7];
  return instantOf(
    text,
    match.slice(1, 7).map((part: string | undefined) => Number(part ?? 0)),
    zone === undefined ? offsetMinutes : parseOffset(zone),
  );
}

/** `Z`, `+07:00` or `+0700` in minutes east of Greenwich. */
export function parseOffset(zone: string): number {
  if (zone.toUpperCase() === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith('-') ? -minutes : minutes;
}

function instantOf(text: string, parts: readonly number[], offsetMinutes: number): Parsed<Instant> {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  const local = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  // Date.UTC rolls 31 February over into March; a part that changed was out of its range.
  const exists =
    local.getUTCFullYear() === year &&
    local.getUTCMonth() === month - 1 &&
    local.getUTCDate() === day &&
    hour < 24 &&
    minute < 60 &&
    second < 60;
  if (!exists) return unreadable(`"${text}" is no date of the calendar`);
  return parsed(new Date(local.getTime() - offsetMinutes * 60_000).toISOString());
}
