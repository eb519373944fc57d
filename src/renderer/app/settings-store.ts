import {
  type CommandCenterBridge,
  DEFAULT_SETTINGS,
  type Settings,
  settingsSchema,
} from '@shared/ipc/bridge';
import { createStore } from 'zustand/vanilla';

import { languageStore } from '../i18n/language';
import { applyTokens } from '../theme/apply-tokens';
import type { ThemeName } from '../theme/tokens';

/** Where settings are kept: with the desktop application, or in this browser. */
export interface SettingsKeeper {
  load(): Promise<Settings>;
  save(settings: Settings): Promise<void>;
}

export interface SettingsState {
  settings: Settings;
  /** The theme in force; `system` resolved. */
  theme: ThemeName;
}

export const settingsStore = createStore<SettingsState>()(() => ({
  settings: DEFAULT_SETTINGS,
  theme: 'dark',
}));

let keeper: SettingsKeeper | null = null;

/** Load the settings and put them in force; from then on the system's own theme is followed where wanted. */
export async function startSettings(from: SettingsKeeper): Promise<void> {
  keeper = from;
  // A lost settings file costs the preferences, not the screen.
  putInForce(await from.load().catch(() => DEFAULT_SETTINGS));
  window.matchMedia('(prefers-color-scheme: light)').addEventListener('change', () => {
    putInForce(settingsStore.getState().settings);
  });
}

/** Change settings: in force at once, kept for the next start. */
export function changeSettings(change: Partial<Settings>): void {
  const settings = { ...settingsStore.getState().settings, ...change };
  putInForce(settings);
  // In force either way; a full disk only means that the next start has the former ones.
  void keeper?.save(settings).catch(() => undefined);
}

export function bridgeSettings(bridge: CommandCenterBridge): SettingsKeeper {
  return { load: () => bridge.getSettings(), save: (settings) => bridge.setSettings(settings) };
}

const STORAGE_KEY = 'command-center.settings';

export function browserSettings(storage: Pick<Storage, 'getItem' | 'setItem'>): SettingsKeeper {
  return {
    load: () =>
      Promise.resolve().then(() =>
        settingsSchema.parse(JSON.parse(storage.getItem(STORAGE_KEY) ?? 'null')),
      ),
    save: (settings) =>
      Promise.resolve().then(() => {
        storage.setItem(STORAGE_KEY, JSON.stringify(settings));
      }),
  };
}

function putInForce(settings: Settings): void {
  const theme = resolveTheme(settings.theme);
  applyTokens(document.documentElement, theme);
  document.documentElement.lang = settings.language;
  languageStore.setState({ language: settings.language });
  settingsStore.setState({ settings, theme });
}

function resolveTheme(theme: Settings['theme']): ThemeName {
  if (theme !== 'system') return theme;
  return window.matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
}
