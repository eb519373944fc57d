import { HOUR_MS } from '@shared/domain/time';
import { useEffect, useState } from 'react';

import { useLiveClient } from '../../hooks/use-live';
import { useToday } from '../../hooks/use-today';
import { type Mover, moverPeriods, moversOf } from './kecamatan-movers';

const RETRY_MS = 60_000;

export type MoversState =
  | { kind: 'loading' }
  | { kind: 'known'; movers: readonly Mover[] }
  | { kind: 'unknown' };

/** The kecamatan that moved most, asked of the server every hour; what is known stays while it does not answer. */
export function useKecamatanMovers(): MoversState {
  const client = useLiveClient();
  const today = useToday();
  const [state, setState] = useState<MoversState>({ kind: 'loading' });
  useEffect(() => {
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | null = null;
    const periods = moverPeriods(today);
    const ask = async (): Promise<void> => {
      const again = await Promise.all([
        client.fetchKpi(periods.lately, abort.signal),
        client.fetchKpi(periods.before, abort.signal),
      ]).then(
        ([lately, before]) => {
          setState({ kind: 'known', movers: moversOf(lately.complaints, before.complaints) });
          return HOUR_MS;
        },
        () => {
          if (!abort.signal.aborted)
            setState((known) => (known.kind === 'known' ? known : { kind: 'unknown' }));
          return RETRY_MS;
        },
      );
      if (!abort.signal.aborted) timer = setTimeout(() => void ask(), again);
    };
    void ask();
    return () => {
      abort.abort();
      if (timer !== null) clearTimeout(timer);
    };
  }, [client, today]);
  return state;
}
