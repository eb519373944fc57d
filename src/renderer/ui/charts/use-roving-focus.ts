import type { FocusEvent, KeyboardEvent, RefObject } from 'react';

const FIGURES = 'button[data-figure]';

/**
 * Arrow keys between the figures of a row chart: up and down a column, left and right a row, Home and End to its
 * ends. The figure last visited keeps the chart's one stop of the Tab key.
 */
export function useRovingFocus(ref: RefObject<HTMLElement | null>): {
  onKeyDown: (event: KeyboardEvent) => void;
  onFocus: (event: FocusEvent) => void;
} {
  const figures = (): HTMLElement[] => [
    ...(ref.current?.querySelectorAll<HTMLElement>(FIGURES) ?? []),
  ];
  return {
    onKeyDown: (event) => {
      const all = figures();
      const from = all.findIndex((figure) => figure === event.target);
      const perRow = all[from]?.parentElement?.querySelectorAll(FIGURES).length ?? 1;
      const to = from === -1 ? undefined : targetOf(event.key, from, perRow, all.length);
      const target = to === undefined ? undefined : all[to];
      if (target === undefined) return;
      event.preventDefault();
      target.focus();
    },
    onFocus: (event) => {
      for (const figure of figures()) figure.tabIndex = figure === event.target ? 0 : -1;
    },
  };
}

function targetOf(key: string, from: number, perRow: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return from + 1;
    case 'ArrowLeft':
      return from - 1;
    case 'ArrowDown':
      return from + perRow;
    case 'ArrowUp':
      return from - perRow;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
