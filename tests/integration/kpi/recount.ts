import { CALL_TYPES, type Call, type CallType } from '@shared/domain/call';
import { COMPLAINT_STATE_KINDS, isOpenComplaintState } from '@shared/domain/complaint';
import { type Incident, incidentStartedAt } from '@shared/domain/incident';
import { summarizeInterval } from '@shared/domain/response-intervals';
import {
  DAY_MS,
  HOUR_MS,
  type Instant,
  WIB_OFFSET_MS,
  wibDay,
  wibDayStart,
} from '@shared/domain/time';
import type { KpiComplaintCounts, KpiInterval, KpiPeriod, KpiReport } from '@shared/protocol/kpi';

import type { ComplaintHistory, History } from './write-history';

/** The report by counting a history's records one by one: what the SQL has to agree with. */
export function recount(history: History, period: KpiPeriod, now: Instant): Omit<KpiReport, 'seq'> {
  const days = daysBetween(period.from, period.to);
  const firstDay = days[0] ?? period.from;
  const before = {
    from: addDays(firstDay, -days.length),
    to: addDays(firstDay, -1),
  };
  const bucket = days.length === 1 ? 'hour' : days.length <= 31 ? 'day' : 'week';
  const isIn = (at: Instant) => at <= now && days.includes(wibDay(at));
  const isBefore = (at: Instant) => {
    const later = new Date(Date.parse(at) + days.length * DAY_MS).toISOString();
    return isIn(later);
  };
  const starts = bucketStarts(days, bucket, now);
  const bucketOf = (at: Instant) => starts.findLast((start) => start <= at);

  const calls = history.calls.filter(({ receivedAt }) => isIn(receivedAt));
  const incidents = history.incidents.filter((incident) => isIn(startOf(incident)));
  const counted = incidents.filter(isCounted);
  const categories = [...new Set(counted.map(({ categoryCode }) => categoryCode))]
    .map((categoryCode) => ({
      categoryCode,
      of: counted.filter((incident) => incident.categoryCode === categoryCode),
    }))
    .sort((a, b) => b.of.length - a.of.length || (a.categoryCode < b.categoryCode ? -1 : 1));
  const lastOf = (to: string) =>
    earlier(now, new Date(Date.parse(wibDayStart(to)) + DAY_MS - 1).toISOString());
  const standingAt = lastOf(period.to);
  const complaints = (of: readonly ComplaintHistory[]) => countComplaints(of, isIn, standingAt);
  const parts = <K extends string | null>(keyOf: (complaint: ComplaintHistory) => K) =>
    [...new Set(history.complaints.map(keyOf))]
      .map((key) => ({
        key,
        counts: complaints(history.complaints.filter((complaint) => keyOf(complaint) === key)),
      }))
      .filter(({ counts }) => counts.received + counts.open + counts.done > 0)
      .sort((a, b) => b.counts.open - a.counts.open || compareCodes(a.key, b.key));

  return {
    period,
    bucket,
    computedAt: now,
    calls: {
      n: calls.length,
      byType: byType(calls),
      trend: starts.map((startsAt) => ({
        startsAt,
        byType: byType(calls.filter(({ receivedAt }) => bucketOf(receivedAt) === startsAt)),
      })),
    },
    incidents: {
      ...countIncidents(incidents),
      byCategory: categories.map(({ categoryCode, of }) => ({ categoryCode, n: of.length })),
      byHour: Array.from(
        { length: 24 },
        (_, hour) => counted.filter((i) => wibHour(startOf(i)) === hour).length,
      ),
    },
    response: {
      ...interval(counted),
      byCategory: categories.map(({ categoryCode, of }) => ({ categoryCode, ...interval(of) })),
      trend: starts.map((startsAt) => ({
        startsAt,
        ...interval(counted.filter((incident) => bucketOf(startOf(incident)) === startsAt)),
      })),
    },
    complaints: {
      ...complaints(history.complaints),
      byAgency: parts(({ received }) => received.agencyCode).map(({ key, counts }) => ({
        agencyCode: key,
        ...counts,
      })),
      byKecamatan: parts(({ received: { area } }) =>
        area.kind === 'in_city' ? area.kecamatanCode : null,
      ).map(({ key, counts }) => ({ kecamatanCode: key, ...counts })),
    },
    previous: {
      period: before,
      calls: callCounts(history.calls.filter(({ receivedAt }) => isBefore(receivedAt))),
      incidents: countIncidents(history.incidents.filter((i) => isBefore(startOf(i)))),
      response: interval(history.incidents.filter((i) => isBefore(startOf(i)) && isCounted(i))),
      complaints: countComplaints(
        history.complaints,
        isBefore,
        new Date(Date.parse(standingAt) - days.length * DAY_MS).toISOString(),
      ),
    },
  };
}

/** Null comes last. */
const compareCodes = (a: string | null, b: string | null): number =>
  (a ?? '\uffff') < (b ?? '\uffff') ? -1 : 1;

const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b);

function startOf(incident: Incident): Instant {
  const startedAt = incidentStartedAt(incident);
  if (startedAt === null) throw new Error('an incident of a history has a time');
  return startedAt;
}

const isCounted = ({ state }: Incident) => state !== 'false_report' && state !== 'duplicate';

function callCounts(calls: readonly Call[]): { n: number; byType: Record<CallType, number> } {
  return { n: calls.length, byType: byType(calls) };
}

function byType(calls: readonly Call[]): Record<CallType, number> {
  const counts = { normal: 0, informasi: 0, prank: 0, ghost: 0, terputus: 0 };
  for (const type of CALL_TYPES) counts[type] = calls.filter((call) => call.type === type).length;
  return counts;
}

function countIncidents(incidents: readonly Incident[]) {
  const inState = (state: Incident['state']) => incidents.filter((i) => i.state === state).length;
  return {
    n: incidents.filter(isCounted).length,
    excluded: { falseReports: inState('false_report'), duplicates: inState('duplicate') },
  };
}

function interval(incidents: readonly Incident[]): KpiInterval {
  const moments = incidents.map(({ milestones }) => ({ ...milestones, clearedAt: null }));
  const summary = summarizeInterval(moments, 'callToOnScene');
  return { ...summary, thresholdMs: 15 * 60_000 };
}

function countComplaints(
  complaints: readonly ComplaintHistory[],
  isIn: (at: Instant) => boolean,
  standingAt: Instant,
): KpiComplaintCounts {
  const counts = { received: 0, open: 0, overdue: 0, done: 0, doneInTime: 0 };
  for (const { received, steps, isImported } of complaints) {
    // Of an imported one nothing is known but how it came in and where it stands.
    const known = isImported ? steps.slice(-1) : steps;
    const state = known.findLast(({ at }) => at <= standingAt)?.to ?? 'masuk';
    const isOpen = received.receivedAt <= standingAt && isOpenComplaintState(state);
    const doneAt = known.findLast(
      ({ to, at }) => COMPLAINT_STATE_KINDS[to] === 'done' && isIn(at),
    )?.at;
    if (isIn(received.receivedAt)) counts.received += 1;
    if (isOpen) counts.open += 1;
    if (isOpen && received.dueAt < standingAt) counts.overdue += 1;
    if (doneAt !== undefined) counts.done += 1;
    if (doneAt !== undefined && doneAt <= received.dueAt) counts.doneInTime += 1;
  }
  return counts;
}

function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

function bucketStarts(
  days: readonly string[],
  bucket: KpiReport['bucket'],
  now: Instant,
): Instant[] {
  const starts = new Set<Instant>();
  for (const day of days) {
    const hours = bucket === 'hour' ? Array.from({ length: 24 }, (_, hour) => hour) : [0];
    const weekday = (new Date(day).getUTCDay() + 6) % 7;
    const first = wibDayStart(bucket === 'week' ? addDays(day, -weekday) : day);
    for (const hour of hours) {
      const start = new Date(Date.parse(first) + hour * HOUR_MS).toISOString();
      if (start <= now) starts.add(start);
    }
  }
  return [...starts];
}

const wibHour = (at: Instant): number => new Date(Date.parse(at) + WIB_OFFSET_MS).getUTCHours();
