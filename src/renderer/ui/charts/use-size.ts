import { type RefObject, useLayoutEffect, useState } from 'react';

export interface Size {
  widthPx: number;
  heightPx: number;
}

/** The inner size of an element, followed as it changes; null until it is laid out. */
export function useSize(ref: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = (): void => {
      const next = { widthPx: element.clientWidth, heightPx: element.clientHeight };
      setSize((former) =>
        former?.widthPx === next.widthPx && former.heightPx === next.heightPx ? former : next,
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size === null || size.widthPx === 0 || size.heightPx === 0 ? null : size;
}
