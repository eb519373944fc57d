import type { KpiReport } from '@shared/protocol/kpi';

/** Whether no record at all falls in the period, so that every chart would be empty. */
export function isNothingRecorded({ calls, incidents, complaints }: KpiReport): boolean {
  const { received, open, done } = complaints;
  return calls.n + incidents.n + received + open + done === 0;
}
