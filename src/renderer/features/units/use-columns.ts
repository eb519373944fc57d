import { type RefObject, useEffect, useState } from 'react';

/** Narrower than this a unit's line cannot be read. */
const MIN_COLUMN_REM = 14.5;

/** How many units fit side by side in an element, at least one; it follows the element's width. */
export function useColumns(element: RefObject<HTMLElement | null>): number {
  const [columns, setColumns] = useState(1);
  useEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const observer = new ResizeObserver(() => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      setColumns(Math.max(1, Math.floor(current.clientWidth / (MIN_COLUMN_REM * rem))));
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return columns;
}
