import { entranceOf } from '@shared/ipc/place';
import { type ReactNode, useEffect } from 'react';

import { useT } from '../i18n/t';
import type { SignedIn } from '../live/signed-in';
import { goToPlace } from './place';
import { useSession } from './session/session-context';
import classes from './wall-exit.module.css';
import { workspacesOf } from './workspaces-of-role';

/**
 * The wall, and Escape as the way out of it: it has nothing to click on. A wall window of the desktop is closed
 * by the same key before its page hears of it; an enrolled display has no way out; whoever tries one on in the demo
 * is told of it, and comes back to their own role.
 */
export function WallExit({ who, children }: { who: SignedIn; children: ReactNode }) {
  const t = useT();
  const session = useSession();
  const { role } = who.principal;
  const isTriedOn = who.by === 'demo' && role === 'display';
  useEffect(() => {
    const way = isTriedOn
      ? 'operations'
      : workspacesOf(role).find((workspace) => workspace !== 'wall');
    if (way === undefined) return;
    const leave = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      // Without an answer one stays a wall, and may press the key again.
      if (isTriedOn) void session.lookAs(null).catch(() => undefined);
      goToPlace(entranceOf(way), { replace: false });
    };
    window.addEventListener('keydown', leave);
    return () => window.removeEventListener('keydown', leave);
  }, [session, role, isTriedOn]);
  return (
    <>
      {children}
      {isTriedOn && (
        <p className={classes['note']}>
          {t('user.lookingAs', { role: t('role.display') })} · {t('user.escape')}
        </p>
      )}
    </>
  );
}
