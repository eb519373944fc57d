import { useEffect } from 'react';

import type { Camera } from './camera';

/** Home or 0 gives the view back to the program, from anywhere but a field one types in. */
export function useAutomaticViewKey(camera: Camera): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
      if ((event.key !== 'Home' && event.key !== '0') || isTyping(event.target)) return;
      event.preventDefault();
      camera.automatic();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [camera]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
