import { DAY_MS, HOUR_MS, WIB_OFFSET_MS } from '@shared/domain/time';

import type { Language } from '../i18n/language';

/**
 * Figures, times and distances as people read them. Input is SI (ms, metres) and Unix ms;
 * units appear only here.
 */
const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

const LOCALES = { id: 'id-ID', en: 'en-GB' } as const satisfies Record<Language, string>;
const UNITS = {
  id: { second: 'dtk', minute: 'mnt', hour: 'jam', day: 'hari', dayShort: 'hr' },
  en: { second: 's', minute: 'min', hour: 'h', day: 'd', dayShort: 'd' },
} as const satisfies Record<Language, Record<string, string>>;
const MONTHS = {
  id: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
} as const satisfies Record<Language, readonly string[]>;
const WEEKDAYS = {
  id: ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const satisfies Record<Language, readonly string[]>;

// Making a formatter costs a hundred times what using it does.
const decimalFormatters = new Map<string, Intl.NumberFormat>();

/** Running time: `04:12`, `1:02:44`, `3 hr 04:12` (days, then hours and minutes). Below zero reads as zero. */
export function formatElapsed(ms: number, language: Language): string {
  const total = Math.max(0, Math.floor(ms / SECOND_MS));
  const days = Math.floor(total / 86_400);
  const hours = Math.floor((total % 86_400) / 3_600);
  const minutes = Math.floor((total % 3_600) / 60);
  const seconds = total % 60;
  if (days > 0) return `${days} ${UNITS[language].dayShort} ${pad(hours)}:${pad(minutes)}`;
  if (hours > 0) return `${hours}:${pad(minutes)}:${pad(seconds)}`;
  return `${pad(minutes)}:${pad(seconds)}`;
}

/** An age in its largest unit, rounded down: `4 dtk`, `41 mnt`, `3 jam`, `2 hari`. */
export function formatAge(ms: number, language: Language): string {
  const age = Math.max(0, ms);
  const unit = UNITS[language];
  if (age < MINUTE_MS) return `${Math.floor(age / SECOND_MS)} ${unit.second}`;
  if (age < HOUR_MS) return `${Math.floor(age / MINUTE_MS)} ${unit.minute}`;
  if (age < DAY_MS) return `${Math.floor(age / HOUR_MS)} ${unit.hour}`;
  return `${Math.floor(age / DAY_MS)} ${unit.day}`;
}

/** A span in its two largest units: `43 dtk`, `2 mnt 40 dtk`, `1 jam 5 mnt`; a negative one keeps its sign. */
export function formatDuration(ms: number, language: Language): string {
  if (ms < 0) return `−${formatDuration(-ms, language)}`;
  const unit = UNITS[language];
  const seconds = Math.floor(ms / SECOND_MS);
  const parts: [number, string][] = [
    [Math.floor(seconds / 86_400), unit.day],
    [Math.floor((seconds % 86_400) / 3_600), unit.hour],
    [Math.floor((seconds % 3_600) / 60), unit.minute],
    [seconds % 60, unit.second],
  ];
  const first = parts.findIndex(([count]) => count > 0);
  if (first === -1) return `0 ${unit.second}`;
  return parts
    .slice(first, first + 2)
    .filter(([count]) => count > 0)
    .map(([count, name]) => `${count} ${name}`)
    .join(' ');
}

/** WIB, 24 hours: `14:06:23`. */
export function formatClock(unixMs: number): string {
  return wib(unixMs).toISOString().slice(11, 19);
}

/** The clock time of an instant; with its date where that is not the WIB day of `nowMs`: `23 Nov 14:06:23`. */
export function formatTime(unixMs: number, nowMs: number, language: Language): string {
  const clock = formatClock(unixMs);
  if (sameWibDay(unixMs, nowMs)) return clock;
  const date = wib(unixMs);
  const year =
    date.getUTCFullYear() === wib(nowMs).getUTCFullYear() ? '' : ` ${date.getUTCFullYear()}`;
  return `${date.getUTCDate()} ${monthOf(date, language)}${year} ${clock}`;
}

/** The WIB day in words: `Selasa, 24 Nov 2026`. */
export function formatDay(unixMs: number, language: Language): string {
  const date = wib(unixMs);
  const weekday = WEEKDAYS[language][date.getUTCDay()] ?? '';
  return `${weekday}, ${date.getUTCDate()} ${monthOf(date, language)} ${date.getUTCFullYear()}`;
}

/** The WIB day without its weekday: `24 Nov`; with its year `24 Nov 2026`. */
export function formatDate(unixMs: number, language: Language, hasYear = false): string {
  const date = wib(unixMs);
  const year = hasYear ? ` ${date.getUTCFullYear()}` : '';
  return `${date.getUTCDate()} ${monthOf(date, language)}${year}`;
}

/** A span in minutes with one decimal, for comparing: `7,9 mnt`. */
export function formatMinutes(ms: number, language: Language): string {
  return `${formatDecimal(ms / MINUTE_MS, 1, language)} ${UNITS[language].minute}`;
}

/** `1.512` in Indonesian, `1,512` in English. */
export function formatCount(value: number, language: Language): string {
  return formatDecimal(value, 0, language);
}

/** `12,6` in Indonesian; always with the given number of decimals. */
export function formatDecimal(value: number, decimals: number, language: Language): string {
  const key = `${language}${decimals}`;
  let formatter = decimalFormatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.NumberFormat(LOCALES[language], {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    decimalFormatters.set(key, formatter);
  }
  return formatter.format(value);
}

/** A share 0…1: `83 %`. Rounded down, so that a missed promise never reads as 100 %. */
export function formatShare(share: number, language: Language): string {
  return `${formatCount(Math.floor(share * 100 + 1e-9), language)} %`;
}

/** `280 m` below a kilometre (to the nearest 10), else `2,1 km`. */
export function formatDistance(meters: number, language: Language): string {
  const rounded = Math.round(meters / 10) * 10;
  if (rounded < 1_000) return `${formatCount(rounded, language)} m`;
  return `${formatDecimal(meters / 1_000, 1, language)} km`;
}

/** Degrees as the city's forms write them: `6,00990° LS, 106,04220° BT`. */
export function formatLngLat([lng, lat]: readonly [number, number], language: Language): string {
  const [north, south, east, west] =
    language === 'id' ? ['LU', 'LS', 'BT', 'BB'] : ['N', 'S', 'E', 'W'];
  const part = (
    value: number,
    positive: string | undefined,
    negative: string | undefined,
  ): string =>
    `${formatDecimal(Math.abs(value), 5, language)}° ${(value >= 0 ? positive : negative) ?? ''}`;
  const separator = language === 'id' ? ' · ' : ', ';
  return `${part(lat, north, south)}${separator}${part(lng, east, west)}`;
}

function monthOf(date: Date, language: Language): string {
  return MONTHS[language][date.getUTCMonth()] ?? '';
}

function sameWibDay(a: number, b: number): boolean {
  return Math.floor((a + WIB_OFFSET_MS) / DAY_MS) === Math.floor((b + WIB_OFFSET_MS) / DAY_MS);
}

/** A date whose UTC fields read as WIB. */
function wib(unixMs: number): Date {
  return new Date(unixMs + WIB_OFFSET_MS);
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
