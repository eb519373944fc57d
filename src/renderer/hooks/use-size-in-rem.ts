import { type RefObject, useEffect, useState } from 'react';

/** The inner size of an element in rem; null until it has been measured. It follows the element. */
export function useSizeInRem(
  element: RefObject<HTMLElement | null>,
): { widthRem: number; heightRem: number } | null {
  const [size, setSize] = useState<{ widthRem: number; heightRem: number } | null>(null);
  useEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const observer = new ResizeObserver(() => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      setSize({ widthRem: current.clientWidth / rem, heightRem: current.clientHeight / rem });
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
