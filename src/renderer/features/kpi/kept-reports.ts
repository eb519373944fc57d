import { wibDay } from '@shared/domain/time';
import type { KpiReport } from '@shared/protocol/kpi';

import { ApiError } from '../../live/api-error';

/** Why there is no newer report. */
export interface KpiFault {
  message: string;
  requestId: string | null;
}

/** What a screen knows of one period. */
export interface KeptReport {
  /** Of the period. */
  key: string;
  report: KpiReport | null;
  /** Of the latest attempt. */
  fault: KpiFault | null;
  /** It is not asked for again before, Unix ms of this machine. */
  nextAtMs: number;
  /** Somebody asked for it by hand. */
  isWanted: boolean;
}

/** A screen goes back and forth between a few periods; older ones are fetched again. */
const MAX_KEPT = 6;

/** The list with a new answer: a failed attempt leaves the figures before it. */
export function keepAnswer(
  former: readonly KeptReport[],
  answer: Omit<KeptReport, 'isWanted'>,
): readonly KeptReport[] {
  const known = former.find(({ key }) => key === answer.key);
  const next = { ...answer, report: answer.report ?? known?.report ?? null, isWanted: false };
  return [next, ...former.filter(({ key }) => key !== answer.key)].slice(0, MAX_KEPT);
}

/**
 * Whether the period goes on and something happened since the report, or another day began.
 * @param seq of the picture on screen @param today WIB day of the server's clock
 */
export function isBehind(report: KpiReport | null, seq: number, today: string): boolean {
  return report === null || report.seq < seq || wibDay(report.computedAt) < today;
}

export function faultOf(error: unknown): KpiFault {
  return {
    message: error instanceof Error ? error.message : String(error),
    requestId: error instanceof ApiError ? error.requestId : null,
  };
}
