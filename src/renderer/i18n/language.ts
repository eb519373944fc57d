import { createStore } from 'zustand/vanilla';

export type Language = 'id' | 'en';

/** Bahasa Indonesia first. */
export const languageStore = createStore<{ language: Language }>()(() => ({ language: 'id' }));
