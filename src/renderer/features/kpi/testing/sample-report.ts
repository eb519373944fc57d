import { CALL_TYPES, type CallType } from '@shared/domain/call';
import { DAY_MS, wibDayStart } from '@shared/domain/time';
import type { KpiComplaintCounts, KpiInterval, KpiReport } from '@shared/protocol/kpi';

const MINUTE_MS = 60_000;

export function callCounts(counts: Partial<Record<CallType, number>>): {
  n: number;
  byType: Record<CallType, number>;
} {
  const byType = Object.fromEntries(CALL_TYPES.map((type) => [type, counts[type] ?? 0]));
  const n = Object.values(counts).reduce((sum, count) => sum + count, 0);
  // Every type has been counted just above.
  return { n, byType: byType as Record<CallType, number> };
}

/** @param minutes P50 and P90 */
export function interval(n: number, minutes?: [number, number], withinShare = 0.83): KpiInterval {
  return {
    n,
    p50Ms: minutes === undefined ? null : minutes[0] * MINUTE_MS,
    p90Ms: minutes === undefined ? null : minutes[1] * MINUTE_MS,
    thresholdMs: 15 * MINUTE_MS,
    withinShare: n === 0 ? null : withinShare,
    excluded: { missing: 0, negative: 0 },
  };
}

export function complaintCounts(counts: Partial<KpiComplaintCounts>): KpiComplaintCounts {
  return { received: 0, open: 0, overdue: 0, done: 0, doneInTime: 0, ...counts };
}

/** Seven days up to 2026-11-24, 14:06:23 WIB, in a city of a few categories. */
export function sampleReport(fields: Partial<KpiReport> = {}): KpiReport {
  const days = Array.from({ length: 7 }, (_, index) =>
    new Date(Date.parse(wibDayStart('2026-11-18')) + index * DAY_MS).toISOString(),
  );
  return {
    period: { from: '2026-11-18', to: '2026-11-24' },
    bucket: 'day',
    seq: 40,
    computedAt: '2026-11-24T07:06:23.000Z',
    calls: {
      ...callCounts({ normal: 120, informasi: 400, prank: 600, ghost: 380, terputus: 12 }),
      trend: days.map((startsAt, index) => ({
        startsAt,
        byType: callCounts({ normal: 10 + index, informasi: 50, prank: 80, ghost: 54, terputus: 2 })
          .byType,
      })),
    },
    incidents: {
      n: 110,
      excluded: { falseReports: 3, duplicates: 2 },
      byCategory: [
        { categoryCode: 'MED', n: 104 },
        { categoryCode: 'KBK', n: 6 },
      ],
      byHour: Array.from({ length: 24 }, (_, hour) => (hour === 14 ? 18 : 4)),
    },
    response: {
      ...interval(96, [7.9, 12.6]),
      excluded: { missing: 13, negative: 1 },
      byCategory: [
        { categoryCode: 'MED', ...interval(92, [7.4, 12.2], 0.86) },
        { categoryCode: 'KBK', ...interval(4, [9, 16], 0.5) },
      ],
      trend: days.map((startsAt, index) => ({
        startsAt,
        ...(index === 3 ? interval(0) : interval(14, [7 + index * 0.2, 12 + index * 0.5])),
      })),
    },
    complaints: {
      ...complaintCounts({ received: 210, open: 88, overdue: 14, done: 190, doneInTime: 171 }),
      byAgency: [
        {
          agencyCode: 'DPUPR',
          ...complaintCounts({ received: 142, open: 61, overdue: 14, done: 120, doneInTime: 104 }),
        },
        {
          agencyCode: 'DLH',
          ...complaintCounts({ received: 68, open: 27, done: 70, doneInTime: 67 }),
        },
      ],
      byKecamatan: [
        {
          kecamatanCode: '36.72.06',
          ...complaintCounts({ received: 200, open: 80, overdue: 13, done: 184, doneInTime: 166 }),
        },
        {
          kecamatanCode: null,
          ...complaintCounts({ received: 10, open: 8, overdue: 1, done: 6, doneInTime: 5 }),
        },
      ],
    },
    previous: {
      period: { from: '2026-11-11', to: '2026-11-17' },
      calls: callCounts({ normal: 100, informasi: 380, prank: 620, ghost: 250 }),
      incidents: { n: 100, excluded: { falseReports: 1, duplicates: 0 } },
      response: interval(90, [8.3, 13.7], 0.77),
      complaints: complaintCounts({
        received: 200,
        open: 80,
        overdue: 10,
        done: 185,
        doneInTime: 170,
      }),
    },
    ...fields,
  };
}

/** The same days, in which nothing was recorded. */
export function emptyReport(): KpiReport {
  const report = sampleReport();
  const nothing = {
    calls: callCounts({}),
    incidents: { n: 0, excluded: { falseReports: 0, duplicates: 0 } },
    response: interval(0),
    complaints: complaintCounts({}),
  };
  return {
    ...report,
    calls: {
      ...nothing.calls,
      trend: report.calls.trend.map(({ startsAt }) => ({
        startsAt,
        byType: nothing.calls.byType,
      })),
    },
    incidents: {
      ...nothing.incidents,
      byCategory: [],
      byHour: Array.from({ length: 24 }, () => 0),
    },
    response: {
      ...nothing.response,
      byCategory: [],
      trend: report.response.trend.map(({ startsAt }) => ({ startsAt, ...interval(0) })),
    },
    complaints: { ...nothing.complaints, byAgency: [], byKecamatan: [] },
    previous: { period: report.previous.period, ...nothing },
  };
}
