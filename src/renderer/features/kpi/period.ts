import { DAY_MS, wibDayStart } from '@shared/domain/time';
import { type KpiPeriod, wibDaySchema } from '@shared/protocol/kpi';

export const PERIOD_PRESETS = ['today', '7d', '30d', '90d'] as const;
export type PeriodPreset = (typeof PERIOD_PRESETS)[number];

/** What was chosen; a preset moves on with the day. */
export type PeriodChoice =
  | { kind: 'preset'; preset: PeriodPreset }
  | { kind: 'range'; from: string; to: string };

export const DEFAULT_CHOICE: PeriodChoice = { kind: 'preset', preset: '90d' };
/** What the server takes at most. */
export const MAX_PERIOD_DAYS = 366;

const PRESET_DAYS = { today: 1, '7d': 7, '30d': 30, '90d': 90 } as const satisfies Record<
  PeriodPreset,
  number
>;
/** As in the address, where a user may read and type them. */
const PRESET_WORDS = {
  today: 'hari-ini',
  '7d': '7h',
  '30d': '30h',
  '90d': '90h',
} as const satisfies Record<PeriodPreset, string>;

/** The days of a choice, both ends included; presets end with `today`. @param today WIB day */
export function periodOfChoice(choice: PeriodChoice, today: string): KpiPeriod {
  if (choice.kind === 'range') return { from: choice.from, to: choice.to };
  return { from: shiftDay(today, 1 - PRESET_DAYS[choice.preset]), to: today };
}

/** @param search of an address, `?periode=90h` or `?from=2026-11-01&to=2026-11-24` @returns null where it names no period */
export function choiceOfSearch(search: string): PeriodChoice | null {
  const query = new URLSearchParams(search);
  const word = query.get('periode');
  const preset = PERIOD_PRESETS.find((candidate) => PRESET_WORDS[candidate] === word);
  if (preset !== undefined) return { kind: 'preset', preset };
  const from = wibDaySchema.safeParse(query.get('from'));
  const to = wibDaySchema.safeParse(query.get('to'));
  if (!from.success || !to.success) return null;
  const range = { from: from.data, to: to.data };
  return faultOfRange(range, null) === null ? { kind: 'range', ...range } : null;
}

/** The inverse of `choiceOfSearch`, with its question mark. */
export function searchOfChoice(choice: PeriodChoice): string {
  return choice.kind === 'preset'
    ? `?periode=${PRESET_WORDS[choice.preset]}`
    : `?from=${choice.from}&to=${choice.to}`;
}

/** Why a range cannot be shown; null: it can. @param today null: the end may be any day */
export function faultOfRange(
  { from, to }: KpiPeriod,
  today: string | null,
): 'order' | 'length' | null {
  if (from > to || (today !== null && to > today)) return 'order';
  return daysOf({ from, to }) > MAX_PERIOD_DAYS ? 'length' : null;
}

export function daysOf({ from, to }: KpiPeriod): number {
  return (Date.parse(wibDayStart(to)) - Date.parse(wibDayStart(from))) / DAY_MS + 1;
}

/** @param day WIB day, `YYYY-MM-DD` */
function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
