import { CALL_TYPES } from '@shared/domain/call';
import { type Instant, WIB_OFFSET_MS } from '@shared/domain/time';
import type { KpiBucket, KpiPeriod, KpiReport } from '@shared/protocol/kpi';

import { complaintRows, countRow, intervalRows, type KpiPlace, type KpiRow } from './kpi-rows';

/** What the city calls its codes; a code it no longer knows stands for itself. */
export interface KpiNames {
  category(code: string): string;
  agency(code: string): string;
  /** @param code null: outside the city, or unknown */
  kecamatan(code: string | null): string;
}

/** Every number of a report in long form: the headline, its parts, the headline of the days before. */
export function tabulateReport(report: KpiReport, names: KpiNames): KpiRow[] {
  return [
    ...headlineRows(report, ''),
    ...callTrendRows(report),
    ...incidentPartRows(report, names),
    ...responsePartRows(report, names),
    ...complaintPartRows(report, names),
    ...headlineRows(report.previous, 'previous.'),
  ];
}

function headlineRows(
  { period, calls, incidents, response, complaints }: KpiReport['previous'],
  prefix: string,
): KpiRow[] {
  const whole = (section: string): KpiPlace => ({
    section: `${prefix}${section}`,
    dimension: null,
    period,
  });
  const { falseReports, duplicates } = incidents.excluded;
  return [
    countRow(whole('calls'), 'calls', calls.n),
    ...CALL_TYPES.map((type) => {
      const place = part(`${prefix}calls.byType`, period, type, type);
      return countRow(place, 'calls', calls.byType[type]);
    }),
    countRow(whole('incidents'), 'incidents', incidents.n, falseReports + duplicates),
    ...intervalRows(whole('response'), response),
    ...complaintRows(whole('complaints'), complaints),
  ];
}

function callTrendRows({ period, bucket, calls }: KpiReport): KpiRow[] {
  return CALL_TYPES.flatMap((type) =>
    calls.trend.map(({ startsAt, byType }) => {
      const place = bucketPart(`calls.trend.${type}`, period, bucket, startsAt);
      return countRow(place, 'calls', byType[type]);
    }),
  );
}

function incidentPartRows({ period, incidents }: KpiReport, names: KpiNames): KpiRow[] {
  return [
    ...incidents.byCategory.map(({ categoryCode: code, n }) => {
      const place = part('incidents.byCategory', period, code, names.category(code));
      return countRow(place, 'incidents', n);
    }),
    ...incidents.byHour.map((n, hour) => {
      const code = String(hour).padStart(2, '0');
      const place = part('incidents.byHour', period, code, `${code}.00–${code}.59 WIB`);
      return countRow(place, 'incidentsByHour', n);
    }),
  ];
}

function responsePartRows({ period, bucket, response }: KpiReport, names: KpiNames): KpiRow[] {
  return [
    ...response.byCategory.flatMap(({ categoryCode: code, ...interval }) => {
      const place = part('response.byCategory', period, code, names.category(code));
      return intervalRows(place, interval);
    }),
    ...response.trend.flatMap(({ startsAt, ...interval }) =>
      intervalRows(bucketPart('response.trend', period, bucket, startsAt), interval),
    ),
  ];
}

function complaintPartRows({ period, complaints }: KpiReport, names: KpiNames): KpiRow[] {
  return [
    ...complaints.byAgency.flatMap(({ agencyCode: code, ...counts }) => {
      const place = part('complaints.byAgency', period, code, names.agency(code));
      return complaintRows(place, counts);
    }),
    ...complaints.byKecamatan.flatMap(({ kecamatanCode: code, ...counts }) => {
      const place = part('complaints.byKecamatan', period, code ?? '-', names.kecamatan(code));
      return complaintRows(place, counts);
    }),
  ];
}

const part = (section: string, period: KpiPeriod, code: string, name: string): KpiPlace => ({
  section,
  dimension: { code, name },
  period,
});

/** Its code is the bucket's start as the WIB clock reads it, with its offset. */
function bucketPart(
  section: string,
  period: KpiPeriod,
  bucket: KpiBucket,
  startsAt: Instant,
): KpiPlace {
  const reading = new Date(Date.parse(startsAt) + WIB_OFFSET_MS).toISOString();
  const day = reading.slice(0, 10);
  const name = {
    hour: `${day} ${reading.slice(11, 16).replace(':', '.')} WIB`,
    day,
    week: `minggu mulai ${day}`,
  } as const satisfies Record<KpiBucket, string>;
  return part(section, period, reading.replace('.000Z', '+07:00'), name[bucket]);
}
