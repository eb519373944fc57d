import { type ReactNode, useEffect } from 'react';

import { goToPlace } from './place';

/**
 * The wall, and Escape as the way out of it: it has nothing to click on. A wall window of the desktop is closed
 * by the same key before its page hears of it.
 */
export function WallExit({ children }: { children: ReactNode }) {
  useEffect(() => {
    const leave = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      goToPlace({ workspace: 'operations' }, { replace: false });
    };
    window.addEventListener('keydown', leave);
    return () => window.removeEventListener('keydown', leave);
  }, []);
  return children;
}
