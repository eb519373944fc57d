import type { SlaRule, SlaTable } from './city-pack';
import { DAY_MS, type Instant, wibDay, wibDayStart } from './time';

/**
 * The deadline that a number of days sets. Calendar days are spans of 24 hours. Of working days only the hours
 * that lie on one count, so a report of Friday 10:00 with one day is due on Monday 10:00, and one of Sunday
 * is due when Monday ends.
 * @param days may have a fraction
 */
export function addSlaDays(
  from: Instant,
  days: number,
  calendar: SlaRule['calendar'],
  holidays: ReadonlySet<string>,
): Instant {
  let cursor = Date.parse(from);
  let remaining = days * DAY_MS;
  if (calendar === 'calendar') return new Date(cursor + remaining).toISOString();
  for (;;) {
    const day = wibDay(new Date(cursor).toISOString());
    const nextDay = Date.parse(wibDayStart(day)) + DAY_MS;
    if (isWorkingDay(day, holidays)) {
      if (cursor + remaining <= nextDay) return new Date(cursor + remaining).toISOString();
      remaining -= nextDay - cursor;
    }
    cursor = nextDay;
  }
}

/** When a complaint of this rule must be resolved. @param code a rule of the table; the pack was checked for it */
export function slaDueAt(receivedAt: Instant, code: string, table: SlaTable): Instant {
  const rule = table.rules.find((candidate) => candidate.code === code);
  if (rule === undefined) throw new Error(`The SLA table has no rule ${code}`);
  return addSlaDays(receivedAt, rule.resolutionDays, rule.calendar, holidaysOf(table));
}

export function holidaysOf(table: SlaTable): ReadonlySet<string> {
  return new Set(table.holidays.map(({ day }) => day));
}

/** @param day WIB calendar day, `YYYY-MM-DD` */
function isWorkingDay(day: string, holidays: ReadonlySet<string>): boolean {
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(day);
}
