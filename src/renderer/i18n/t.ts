import { useCallback } from 'react';
import { useStore } from 'zustand';

import { type Language, languageStore } from './language';
import { access } from './messages/access';
import { actions } from './messages/actions';
import { admin } from './messages/admin';
import { boot } from './messages/boot';
import { changes } from './messages/changes';
import { common } from './messages/common';
import { facilities } from './messages/facilities';
import { incidents } from './messages/incidents';
import { kecamatan } from './messages/kecamatan';
import { kpi } from './messages/kpi';
import { link } from './messages/link';
import { map } from './messages/map';
import { overview } from './messages/overview';
import { shell } from './messages/shell';
import { terms } from './messages/terms';
import { units } from './messages/units';
import { wall } from './messages/wall';

const messages = {
  ...common,
  ...access,
  ...actions,
  ...admin,
  ...terms,
  ...shell,
  ...kpi,
  ...link,
  ...boot,
  ...incidents,
  ...units,
  ...kecamatan,
  ...overview,
  ...map,
  ...changes,
  ...wall,
  ...facilities,
};
export type MessageKey = keyof typeof messages;
export type Parameters = Readonly<Record<string, string | number>>;
export type Translate = (key: MessageKey, parameters?: Parameters) => string;

/** The text of a key in a language, with `{name}` filled from the parameters. */
export function translate(
  language: Language,
  key: MessageKey,
  parameters: Parameters = {},
): string {
  return messages[key][language].replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = parameters[name];
    return value === undefined ? whole : String(value);
  });
}

/** `translate` in the language in force: components render again when the language changes. */
export function useT(): Translate {
  const language = useLanguage();
  return useCallback((key, parameters) => translate(language, key, parameters), [language]);
}

/** The language in force, for formatters and the city pack's labels. */
export function useLanguage(): Language {
  return useStore(languageStore, (state) => state.language);
}
