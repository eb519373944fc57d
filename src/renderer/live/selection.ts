import { createStore } from 'zustand/vanilla';

/** What is selected, whichever panel it was selected in. */
export type Selection =
  | { kind: 'incident'; id: string }
  | { kind: 'unit'; id: string }
  | { kind: 'kecamatan'; code: string }
  | null;

export interface SelectionState {
  selected: Selection;
  /** Ids under the pointer, for highlights across panels; null: none. */
  hovered: Selection;
  select: (selection: Selection) => void;
  hover: (selection: Selection) => void;
}

export const selectionStore = createStore<SelectionState>()((set) => ({
  selected: null,
  hovered: null,
  select: (selected) => set({ selected }),
  hover: (hovered) => set({ hovered }),
}));
