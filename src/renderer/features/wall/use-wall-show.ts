import { useEffect, useRef, useState } from 'react';

import { useLiveClient } from '../../hooks/use-live';
import { systemScheduler } from '../../live/scheduler';
import { runWallShow } from './run-wall-show';
import { startShow, type WallPlan, type WallShow } from './wall-show';

/** The wall's show, running. @param plan keep its identity while it is the same */
export function useWallShow(plan: WallPlan): WallShow {
  const client = useLiveClient();
  const [show, setShow] = useState(() => startShow(systemScheduler.monotonicMs()));
  const latest = useRef(show);
  useEffect(() => {
    const tell = (next: WallShow): void => {
      latest.current = next;
      setShow(next);
    };
    return runWallShow({ client, plan, scheduler: systemScheduler, from: latest.current, tell });
  }, [client, plan]);
  return show;
}
