import { useStore } from 'zustand';

import { type Language, languageStore } from './language';
import { common } from './messages/common';

const messages = { ...common };
export type MessageKey = keyof typeof messages;
export type Parameters = Readonly<Record<string, string | number>>;

/** The text of a key in a language, with `{name}` filled from the parameters. */
export function translate(language: Language, key: MessageKey, parameters: Parameters = {}): string {
  return messages[key][language].replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = parameters[name];
    return value === undefined ? whole : String(value);
  });
}

/** The text of a key in the language in force; for code outside React. */
export function t(key: MessageKey, parameters?: Parameters): string {
  return translate(languageStore.getState().language, key, parameters);
}

/** `t` for components: they render again when the language changes. */
export function useT(): typeof t {
  const language = useStore(languageStore, (state) => state.language);
  return (key, parameters) => translate(language, key, parameters);
}
