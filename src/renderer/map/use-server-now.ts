import { useEffect, useState } from 'react';

import type { LiveClient } from '../live/model';

/** The server's clock, once a second, for as long as the component is shown. */
export function useServerNow(client: LiveClient): number {
  const [nowMs, setNowMs] = useState(() => client.serverNowMs());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(client.serverNowMs()), 1_000);
    return () => clearInterval(timer);
  }, [client]);
  return nowMs;
}
