import type { KpiReport } from '@shared/protocol/kpi';

/** Whether no record at all falls in a period: every chart of it would be empty, and nothing compares with it. */
export function isNothingRecorded({
  calls,
  incidents,
  complaints,
}: Pick<KpiReport['previous'], 'calls' | 'incidents' | 'complaints'>): boolean {
  const { received, open, done } = complaints;
  return calls.n + incidents.n + received + open + done === 0;
}
