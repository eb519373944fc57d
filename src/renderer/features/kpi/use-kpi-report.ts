import type { KpiPeriod, KpiReport } from '@shared/protocol/kpi';
import { useCallback, useEffect, useState } from 'react';

import { useLive, useLiveClient } from '../../hooks/use-live';
import { faultOf, isBehind, type KeptReport, type KpiFault, keepAnswer } from './kept-reports';

export type KpiState =
  | { kind: 'loading' }
  /** `fault`: the latest attempt failed; these are the figures before it. */
  | { kind: 'ready'; report: KpiReport; fault: KpiFault | null }
  | { kind: 'failed'; fault: KpiFault };

/** Changes come many a second, and a report is the work of many queries. */
const MIN_REST_MS = 5_000;
/** A slow server is asked less often: one screen takes at most a tenth of its time. */
const REST_PER_ANSWER = 9;

/**
 * The report of a period. While the period goes on it follows the stream: a change makes it due again, and what is
 * there stays on screen until the next one has come. Past periods are asked for once.
 * @param today WIB day of the server's clock
 */
export function useKpiReport(
  { from, to }: KpiPeriod,
  today: string,
): { state: KpiState; retry: () => void } {
  const client = useLiveClient();
  const key = `${from} ${to}`;
  const [kept, setKept] = useState<readonly KeptReport[]>([]);
  const known = kept.find((one) => one.key === key);
  const report = known?.report ?? null;
  const goesOn = to >= today;
  // Only whether it is behind: the hundreds of seqs in between are none of this screen's business.
  const hasMoved = useLive(
    ({ link, model }) => goesOn && link.kind === 'live' && isBehind(report, model?.seq ?? 0, today),
  );
  const isDue = known === undefined || known.isWanted || hasMoved;
  const nextAtMs = known?.nextAtMs ?? 0;

  useEffect(() => {
    if (!isDue) return;
    const abort = new AbortController();
    const ask = (): void => {
      const askedAtMs = Date.now();
      const settle = (answer: Pick<KeptReport, 'report' | 'fault'>): void => {
        if (abort.signal.aborted) return;
        const answeredAtMs = Date.now();
        const restMs = Math.max(MIN_REST_MS, (answeredAtMs - askedAtMs) * REST_PER_ANSWER);
        setKept((former) =>
          keepAnswer(former, { key, nextAtMs: answeredAtMs + restMs, ...answer }),
        );
      };
      client.fetchKpi({ from, to }, abort.signal).then(
        (fetched) => settle({ report: fetched, fault: null }),
        (error: unknown) => settle({ report: null, fault: faultOf(error) }),
      );
    };
    const timer = setTimeout(ask, Math.max(0, nextAtMs - Date.now()));
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [client, key, from, to, isDue, nextAtMs]);

  const retry = useCallback(() => {
    setKept((former) =>
      former.map((one) => (one.key === key ? { ...one, isWanted: true, nextAtMs: 0 } : one)),
    );
  }, [key]);
  return { state: stateOf(known), retry };
}

function stateOf(known: KeptReport | undefined): KpiState {
  if (known === undefined) return { kind: 'loading' };
  const { report, fault, isWanted } = known;
  if (report !== null) return { kind: 'ready', report, fault: isWanted ? null : fault };
  return fault === null || isWanted ? { kind: 'loading' } : { kind: 'failed', fault };
}
