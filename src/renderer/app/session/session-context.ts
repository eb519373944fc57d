import { invariant } from '@shared/assert';
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';

import type { SignedIn } from '../../live/signed-in';
import type { Session } from './session';

/** The one session of this window. */
export const SessionContext = createContext<Session | null>(null);

/** @throws Error outside of a `SessionContext` */
export function useSession(): Session {
  const session = useContext(SessionContext);
  invariant(session !== null, 'useSession needs a SessionContext above it');
  return session;
}

/** Who sits before this screen, or saw the old picture on it; null while that is not known, or nobody does. */
export function useWho(): SignedIn | null {
  return useStore(useSession().store, ({ gate }) => {
    if (gate.kind === 'open') return gate.who;
    return gate.kind === 'asking' ? gate.shownTo : null;
  });
}
