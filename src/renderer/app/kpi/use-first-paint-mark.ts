import { useEffect } from 'react';

export const KPI_PAINTED = 'kpi.painted';

/** Leave a mark on the browser's time line once the figures have been painted for the first time. */
export function useFirstPaintMark(hasFigures: boolean): void {
  useEffect(() => {
    if (!hasFigures) return;
    // The frame after the next one begins when this one is on screen.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => performance.mark(KPI_PAINTED));
    });
    return () => cancelAnimationFrame(frame);
  }, [hasFigures]);
}
