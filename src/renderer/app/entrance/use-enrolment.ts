import { useEffect, useState } from 'react';

import { systemScheduler } from '../../live/scheduler';
import { useSession } from '../session/session-context';
import { type EnrolmentState, runEnrolment } from './run-enrolment';

/** The code of this wall, anew whenever it expires; once a supervisor has typed it, the window becomes the wall. */
export function useEnrolment(): EnrolmentState {
  const session = useSession();
  const [state, setState] = useState<EnrolmentState>({ kind: 'asking' });
  useEffect(
    () =>
      runEnrolment({
        api: session.enrolmentApi(),
        scheduler: systemScheduler,
        onState: setState,
        onEnrolled: (tokens) => session.enrol(tokens),
      }),
    [session],
  );
  return state;
}
