import { useLayoutEffect } from 'react';

/** Type sizes for reading across a room, as long as the wall is shown (theme/global.css). */
export function useWallSurface(): void {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    dataset['surface'] = 'wall';
    // Whoever measures the size of a rem is told that it changed.
    window.dispatchEvent(new Event('resize'));
    return () => {
      delete dataset['surface'];
      window.dispatchEvent(new Event('resize'));
    };
  }, []);
}
