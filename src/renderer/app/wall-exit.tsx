import { entranceOf, type Workspace } from '@shared/ipc/place';
import { type ReactNode, useEffect } from 'react';

import { usePrincipal } from '../hooks/use-principal';
import { goToPlace } from './place';
import { workspacesOf } from './workspaces-of-role';

/**
 * The wall, and Escape as the way out of it: it has nothing to click on. A wall window of the desktop is closed
 * by the same key before its page hears of it; an enrolled display has no way out.
 */
export function WallExit({ children }: { children: ReactNode }) {
  const role = usePrincipal()?.role;
  const way: Workspace | undefined =
    role === undefined ? undefined : workspacesOf(role).find((workspace) => workspace !== 'wall');
  useEffect(() => {
    if (way === undefined) return;
    const leave = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      goToPlace(entranceOf(way), { replace: false });
    };
    window.addEventListener('keydown', leave);
    return () => window.removeEventListener('keydown', leave);
  }, [way]);
  return children;
}
